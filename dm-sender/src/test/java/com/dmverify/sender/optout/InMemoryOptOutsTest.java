package com.dmverify.sender.optout;

class InMemoryOptOutsTest extends OptOutsContract {

    @Override
    OptOuts optOuts() {
        return new InMemoryOptOuts();
    }
}
