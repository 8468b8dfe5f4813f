package com.dmverify.sender.overview;

class InMemoryOverviewStoreTest extends OverviewStoreContract {

    private final OverviewStore store = new InMemoryOverviewStore();

    @Override
    OverviewStore store() {
        return store;
    }
}
