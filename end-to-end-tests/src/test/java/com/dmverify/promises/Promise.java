package com.dmverify.promises;

import java.util.List;

/** Something that holds whatever breaks. */
interface Promise {

    /** What breaks it, as far as can be seen by now; asked all the time. */
    default List<String> broken(Evidence soFar) {
        return List.of();
    }

    /** What is still owed when everything is over. */
    default List<String> owed(Evidence all) {
        return List.of();
    }
}
