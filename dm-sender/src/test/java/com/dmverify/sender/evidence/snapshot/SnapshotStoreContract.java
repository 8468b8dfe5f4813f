package com.dmverify.sender.evidence.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sender.echo.MessageEvidence;
import com.dmverify.sender.fixture.Orders;
import com.dmverify.x.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** What all stores of overviews promise. */
abstract class SnapshotStoreContract {

    private final UserId account =
            new UserId(String.valueOf(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE)));

    abstract SnapshotStore store();

    @Test
    void anOverviewIsKeptWhole() {
        // Given
        ConversationSnapshot snapshot = new ConversationSnapshot(
                Orders.START,
                Instant.EPOCH,
                Map.of(
                        "digest-1", new MessageEvidence("1585800613253812228", Orders.START.minusSeconds(3)),
                        "digest-2", new MessageEvidence("9", Orders.START.minusSeconds(4))));

        // When
        store().keep(account, snapshot);

        // Then
        assertThat(store().latest(account)).contains(snapshot);
    }

    @Test
    void anEmptyOneIsOneToo() {
        // Given
        ConversationSnapshot snapshot = new ConversationSnapshot(Orders.START, Orders.START.minusSeconds(60), Map.of());

        // When
        store().keep(account, snapshot);

        // Then
        assertThat(store().latest(account)).contains(snapshot);
    }

    @Test
    void theLatestCounts() {
        // Given
        store().keep(account, new ConversationSnapshot(Orders.START, Instant.EPOCH, Map.of()));
        ConversationSnapshot later = new ConversationSnapshot(Orders.START.plusSeconds(60), Instant.EPOCH, Map.of());

        // When
        store().keep(account, later);

        // Then
        assertThat(store().latest(account)).contains(later);
    }

    @Test
    void nobodyMadeOneOfAnotherAccount() {
        assertThat(store().latest(account)).isEmpty();
    }
}
