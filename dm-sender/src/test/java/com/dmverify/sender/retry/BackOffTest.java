package com.dmverify.sender.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffTest {

    private final BackOff backOff = new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(30), 8);

    @ParameterizedTest
    @CsvSource({"1, 500, 1000", "2, 1000, 2000", "5, 8000, 16000", "6, 15000, 30000", "1000, 15000, 30000"})
    void doublesUpToTheLongest(int attempt, long least, long most) {
        assertThat(backOff.after(attempt, "ver_1").toMillis()).isBetween(least, most);
    }

    @Test
    void thoseWhoFailedTogetherDoNotComeBackTogether() {
        assertThat(IntStream.range(0, 100)
                        .mapToObj(i -> backOff.after(6, "ver_" + i))
                        .distinct())
                .hasSizeGreaterThan(90);
    }

    @Test
    void isSpentWithTheLastAttempt() {
        assertThat(backOff.isSpent(7)).isFalse();
        assertThat(backOff.isSpent(8)).isTrue();
    }

    @Test
    void refusesToWaitForNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BackOff(Duration.ZERO, Duration.ofSeconds(1), 1));
    }
}
