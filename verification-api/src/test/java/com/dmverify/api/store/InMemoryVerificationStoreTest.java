package com.dmverify.api.store;

import com.dmverify.api.outbox.EventRecords;
import com.dmverify.api.outbox.EventTopics;
import com.dmverify.api.verification.VerificationId;
import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.TopicNames;
import java.util.Map;

/** The store of the tests keeps the contract too. */
class InMemoryVerificationStoreTest extends VerificationStoreContract {

    private final InMemoryVerificationStore store = new InMemoryVerificationStore(
            new EventRecords(new EventCodec(), new EventTopics(new TopicNames(""), Map.of())), listener, clock);

    @Override
    VerificationStore store() {
        return store;
    }

    @Override
    VerificationStore elsewhere() {
        return store;
    }

    @Override
    Kept kept(VerificationId verification) {
        return store.kept(verification);
    }

    @Override
    void lose(VerificationId verification) {
        store.lose(verification);
    }

    @Override
    void limitOutbox(int most) {
        store.limitOutbox(most);
    }
}
