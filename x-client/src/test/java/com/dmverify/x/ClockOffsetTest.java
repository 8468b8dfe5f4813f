package com.dmverify.x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockOffsetTest {

    private static final Instant ASKED = Instant.parse("2026-11-26T12:00:00.400Z");
    private static final Instant RECEIVED = ASKED.plusMillis(200);

    @Test
    void clocksThatAgreeHaveNoCertainOffset() {
        ClockOffset offset = ClockOffset.of(Instant.parse("2026-11-26T12:00:00Z"), ASKED, RECEIVED);

        assertThat(offset).isEqualTo(new ClockOffset(Duration.ofMillis(-600), Duration.ofMillis(600)));
        assertThat(offset.exceeds(Duration.ZERO)).isFalse();
    }

    @Test
    void anOffsetInEitherDirectionIsCertainBeyondItsBounds() {
        ClockOffset ahead = ClockOffset.of(ASKED.plusSeconds(11), ASKED, RECEIVED);
        ClockOffset behind = ClockOffset.of(ASKED.minusSeconds(12), ASKED, RECEIVED);

        assertThat(ahead.exceeds(Duration.ofSeconds(10))).isTrue();
        assertThat(behind.exceeds(Duration.ofSeconds(10))).isTrue();
        assertThat(ahead.exceeds(Duration.ofSeconds(11))).isFalse();
        assertThat(behind.exceeds(Duration.ofSeconds(11))).isFalse();
    }

    @Test
    void aClockThatWasSetBackMeanwhileStillGivesBounds() {
        assertThat(ClockOffset.of(ASKED, ASKED, ASKED.minusSeconds(5)).least()).isEqualTo(Duration.ZERO);
    }

    @Test
    void boundsInTheWrongOrderAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ClockOffset(Duration.ofSeconds(1), Duration.ZERO));
    }
}
