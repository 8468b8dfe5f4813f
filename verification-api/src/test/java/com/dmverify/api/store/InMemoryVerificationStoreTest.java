package com.dmverify.api.store;

import com.dmverify.api.TestPolicy;

/** The fake keeps the same contract, so that tests with it say something about the real one. */
class InMemoryVerificationStoreTest extends VerificationStoreContract {

    private final InMemoryVerificationStore store = new InMemoryVerificationStore(TestPolicy.DEFAULT, clock);

    @Override
    VerificationStore store() {
        return store;
    }

    @Override
    Outbox outbox() {
        return store;
    }
}
