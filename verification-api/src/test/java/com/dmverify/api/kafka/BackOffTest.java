package com.dmverify.api.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackOffTest {

    @Test
    void theWaitsGrowToAMinute() {
        assertThat(BackOff.after(1)).isEqualTo(Duration.ofSeconds(5));
        assertThat(BackOff.after(4)).isEqualTo(Duration.ofSeconds(40));
        assertThat(BackOff.after(5)).isEqualTo(Duration.ofSeconds(60));
        assertThat(BackOff.after(100_000)).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void theTimeOfAllWaitsIsKnown() {
        assertThat(BackOff.before(1)).isZero();
        assertThat(BackOff.before(4)).isEqualTo(Duration.ofSeconds(35));
    }
}
