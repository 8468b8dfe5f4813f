package com.dmverify.api.store;

import com.dmverify.api.HandMovedClock;
import com.dmverify.api.outbox.EventRecords;
import com.dmverify.api.outbox.EventTopics;
import com.dmverify.api.verification.Change;
import com.dmverify.api.verification.VerificationId;
import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.TopicNames;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Random operations on the store in memory. Another seed and number: {@code -Ddm-verify.random.seed=7
 * -Ddm-verify.random.operations=1000000}.
 */
class RandomOperationsTest {

    private static final long SEED = Long.getLong("dm-verify.random.seed", 20_261_120);
    private static final int OPERATIONS = Integer.getInteger("dm-verify.random.operations", 100_000);

    private final HandMovedClock clock = new HandMovedClock();
    private final Collection<Change<?>> committed = new ConcurrentLinkedQueue<>();
    private final InMemoryVerificationStore store = new InMemoryVerificationStore(
            new EventRecords(new EventCodec(), new EventTopics(new TopicNames(""), Map.of())),
            (change, entries) -> committed.add(change),
            clock);

    @Test
    void statesDeadlinesAndOutboxAgreeWithTheCommittedChanges() throws Exception {
        new RandomOperations(store, clock, SEED, List.of()).run(OPERATIONS, random -> {});

        Map<VerificationId, Kept> kept = committed.stream()
                .map(change -> change.after().id())
                .distinct()
                .collect(Collectors.toMap(id -> id, store::kept));
        Consistency.checkThatEverythingHappened(kept.values());
        kept.forEach(Consistency::check);
        Consistency.check(committed, kept);
    }
}
