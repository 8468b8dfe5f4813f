package com.dmverify.sender.evidence.snapshot;

class InMemorySnapshotStoreTest extends SnapshotStoreContract {

    private final SnapshotStore store = new InMemorySnapshotStore();

    @Override
    SnapshotStore store() {
        return store;
    }
}
