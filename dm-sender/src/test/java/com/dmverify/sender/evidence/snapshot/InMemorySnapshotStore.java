package com.dmverify.sender.evidence.snapshot;

import com.dmverify.x.UserId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Overviews for tests that need nothing but the JVM; {@link SnapshotStoreContract} says that they are. */
public final class InMemorySnapshotStore implements SnapshotStore {

    private final Map<UserId, ConversationSnapshot> kept = new ConcurrentHashMap<>();

    @Override
    public void keep(UserId account, ConversationSnapshot snapshot) {
        kept.put(account, snapshot);
    }

    @Override
    public Optional<ConversationSnapshot> latest(UserId account) {
        return Optional.ofNullable(kept.get(account));
    }
}
