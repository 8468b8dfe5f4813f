package com.dmverify.sender.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProgressTest {

    private final Progress progress = new Progress();

    @Test
    void remembersWhatIsFinishedAheadOfThePosition() {
        // Given
        progress.finished(7);

        // When
        progress.advanceTo(5);

        // Then
        assertThat(progress.isFinished(7)).isTrue();
        assertThat(progress.isFinished(5)).isFalse();
    }

    @Test
    void forgetsWhatThePositionHasPassed() {
        // Given
        progress.finished(7);

        // When
        progress.advanceTo(8);

        // Then
        assertThat(progress.isFinished(7)).isFalse();
    }
}
