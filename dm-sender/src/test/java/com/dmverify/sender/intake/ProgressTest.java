package com.dmverify.sender.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sender.cast.HandClock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final Instant SOON = HandClock.START.plusSeconds(1);
    private static final Instant LATER = HandClock.START.plusSeconds(10);

    private final HandClock clock = new HandClock();
    private final Progress progress = new Progress(clock);

    @Test
    void thePositionStaysAtTheFirstThatWaits() {
        // Given
        progress.finished(5);
        progress.waits(6, SOON);
        progress.finished(7);

        // When
        progress.read(5, 8);

        // Then
        assertThat(progress.position()).isEqualTo(6);
        assertThat(progress.ahead()).isEqualTo(2);
        assertThat(progress.waiting()).isEqualTo(1);
    }

    @Test
    void whenNobodyWaitsThePositionIsBehindAllThatWasRead() {
        // Given
        progress.waits(5, SOON);
        progress.finished(6);
        progress.read(5, 7);

        // When
        progress.finished(5);
        progress.read(5, 6);

        // Then
        assertThat(progress.position()).isEqualTo(7);
        assertThat(progress.ahead()).isZero();
    }

    @Test
    void whatIsFinishedAheadStaysFinishedAndWhatWaitsIsOpenInItsTime() {
        // Given
        progress.waits(5, SOON);
        progress.finished(6);
        progress.read(5, 7);

        // When
        boolean early = progress.isOpen(5);
        clock.moveTo(SOON);

        // Then
        assertThat(early).isFalse();
        assertThat(progress.isOpen(5)).isTrue();
        assertThat(progress.isOpen(6)).isFalse();
        assertThat(progress.isOpen(7)).isTrue();
    }

    @Test
    void theFirstWhoseTimeHasComeNeedNotBeTheFirstThatWaits() {
        // Given
        progress.waits(5, LATER);
        progress.waits(9, SOON);
        assertThat(progress.firstDue()).isEmpty();

        // When
        clock.moveTo(SOON);

        // Then
        assertThat(progress.firstDue()).contains(9L);
    }

    @Test
    void whoIsNotInTheTopicAnyMoreIsWaitedForNoLonger() {
        // Given
        progress.waits(5, SOON);
        progress.waits(20, SOON);
        progress.read(5, 21);
        progress.soughtTo(5);

        // When
        progress.read(12, 14);

        // Then
        assertThat(progress.position()).isEqualTo(20);
    }

    @Test
    void whatLiesBehindAnOrdinaryBatchStillWaits() {
        // Given
        progress.waits(5, SOON);
        progress.read(5, 6);

        // When
        progress.read(6, 9);

        // Then
        assertThat(progress.position()).isEqualTo(5);
    }
}
