package com.dmverify.sender.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sender.cast.HandClock;
import com.dmverify.sender.sighting.Sighting;
import com.dmverify.x.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** What all stores of overviews promise. */
abstract class OverviewStoreContract {

    private final UserId account =
            new UserId(String.valueOf(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE)));

    abstract OverviewStore store();

    @Test
    void anOverviewIsKeptWhole() {
        // Given
        Overview overview = new Overview(
                HandClock.START,
                Instant.EPOCH,
                Map.of(
                        "digest-1", new Sighting("1585800613253812228", HandClock.START.minusSeconds(3)),
                        "digest-2", new Sighting("9", HandClock.START.minusSeconds(4))));

        // When
        store().keep(account, overview);

        // Then
        assertThat(store().latest(account)).contains(overview);
    }

    @Test
    void anEmptyOneIsOneToo() {
        // Given
        Overview overview = new Overview(HandClock.START, HandClock.START.minusSeconds(60), Map.of());

        // When
        store().keep(account, overview);

        // Then
        assertThat(store().latest(account)).contains(overview);
    }

    @Test
    void theLatestCounts() {
        // Given
        store().keep(account, new Overview(HandClock.START, Instant.EPOCH, Map.of()));
        Overview later = new Overview(HandClock.START.plusSeconds(60), Instant.EPOCH, Map.of());

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
