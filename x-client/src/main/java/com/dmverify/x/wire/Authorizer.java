package com.dmverify.x.wire;

import com.dmverify.x.Answer;
import com.dmverify.x.call.Call;
import java.net.URI;

/** Gives a call its {@code Authorization} header, or the reason why there is none. */
@FunctionalInterface
interface Authorizer {

    Answer<String> authorization(Call call, URI uri, Deadline deadline);

    /** X answered 401 to this header: what was kept of it is worth nothing. Returns whether to try again with another. */
    default boolean refused(String header) {
        return false;
    }
}
