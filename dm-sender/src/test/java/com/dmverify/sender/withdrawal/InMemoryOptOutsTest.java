package com.dmverify.sender.withdrawal;

class InMemoryOptOutsTest extends OptOutsContract {

    @Override
    OptOuts optOuts() {
        return new InMemoryOptOuts();
    }
}
