package com.dmverify.sender.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sender.cast.HandClock;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final Instant SOON = HandClock.START.plusSeconds(1);
    private static final Instant LATER = HandClock.START.plusSeconds(10);

    private final HandClock clock = new HandClock();
    private final Progress progress = new Progress(clock);

    @Test
    void thePositionStaysAtTheFirstThatWaits() {
        // Given
        progress.finished(record(5));
        progress.waits(record(6), SOON);
        progress.finished(record(7));

        // When
        progress.readTo(8);

        // Then
        assertThat(progress.position()).isEqualTo(6);
        assertThat(progress.ahead()).isEqualTo(2);
        assertThat(progress.waiting()).isEqualTo(1);
    }

    @Test
    void whenNobodyWaitsThePositionIsBehindAllThatWasRead() {
        // Given
        progress.waits(record(5), SOON);
        progress.finished(record(6));
        progress.readTo(7);

        // When
        progress.finished(record(5));

        // Then
        assertThat(progress.position()).isEqualTo(7);
        assertThat(progress.ahead()).isZero();
    }

    @Test
    void whatWasLookedAtIsNotNewAgain() {
        // Given
        progress.finished(record(4));
        progress.waits(record(5), SOON);
        progress.finished(record(6));
        progress.readTo(7);

        // Then
        assertThat(progress.isNew(record(4))).isFalse();
        assertThat(progress.isNew(record(5))).isFalse();
        assertThat(progress.isNew(record(6))).isFalse();
        assertThat(progress.isNew(record(7))).isTrue();
    }

    @Test
    void theyAreDueInTheirOrderAndNotBeforeTheirTime() {
        // Given
        progress.waits(record(5), LATER);
        progress.waits(record(9), SOON);
        progress.waits(record(7), SOON);
        assertThat(progress.due(9)).isEmpty();

        // When
        clock.moveTo(SOON);

        // Then
        assertThat(progress.due(9)).extracting(ConsumerRecord::offset).containsExactly(7L, 9L);
        assertThat(progress.due(1)).extracting(ConsumerRecord::offset).containsExactly(7L);
    }

    @Test
    void theBrokersAreToldOfAPositionOnce() {
        // Given
        progress.finished(record(5));
        progress.readTo(6);
        boolean before = progress.isUncommitted();

        // When
        progress.committed(6);

        // Then
        assertThat(before).isTrue();
        assertThat(progress.isUncommitted()).isFalse();
    }

    private static ConsumerRecord<String, byte[]> record(long offset) {
        return new ConsumerRecord<>("verification.requested", 1, offset, "main", new byte[0]);
    }
}
