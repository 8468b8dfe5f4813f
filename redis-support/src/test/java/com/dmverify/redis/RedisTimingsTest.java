package com.dmverify.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RedisTimingsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void aSilentPeerIsLeftAndTheNextConnectionTriedWithinTenSeconds() {
        RedisTimings timings = RedisTimings.DEFAULT;

        Duration noticed = timings.pingAfter().plus(timings.silence()).plus(SECOND);

        assertThat(noticed.plus(timings.reconnectDelay()).plus(timings.connectTimeout()))
                .isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aTimeMustBePositive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RedisTimings(SECOND, SECOND, Duration.ZERO, SECOND, SECOND))
                .withMessageContaining("silence");
    }
}
