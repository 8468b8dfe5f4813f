package com.dmverify.local.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OffsetClockTest {

    private final OffsetClock clock = new OffsetClock();

    @Test
    void anAdvancedClockStaysAhead() {
        clock.advance(Duration.ofDays(1));
        assertThat(clock.instant()).isAfterOrEqualTo(Clock.systemUTC().instant().plus(Duration.ofHours(23)));
    }

    @Test
    void theClockIsSetBackAfterAnActionThatFails() {
        Instant[] seen = new Instant[1];
        try {
            clock.ahead(Duration.ofDays(1), () -> {
                seen[0] = clock.instant();
                throw new IllegalStateException("on purpose");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("on purpose");
        }
        assertThat(seen[0]).isAfter(clock.instant().plus(Duration.ofHours(23)));
    }
}
