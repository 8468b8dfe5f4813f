package com.dmverify.connections.store;

class InMemoryConnectionStoreTest extends ConnectionStoreContract {

    private final InMemoryConnectionStore store = new InMemoryConnectionStore();

    @Override
    ConnectionStore store() {
        return store;
    }
}
