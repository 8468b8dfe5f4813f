package com.dmverify.webhook.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LogLimiterTest {

    private long nanos = -5;
    private final LogLimiter limit = new LogLimiter(2, () -> nanos);

    @Test
    void linesBeyondTheLimitAreSuppressedAndCounted() {
        // Given
        assertThat(limit.pass()).hasValue(0);
        assertThat(limit.pass()).hasValue(0);
        assertThat(limit.pass()).isEmpty();
        assertThat(limit.pass()).isEmpty();

        // When
        nanos += TimeUnit.MINUTES.toNanos(1);

        // Then
        assertThat(limit.pass()).hasValue(2);
        assertThat(limit.pass()).hasValue(0);
        assertThat(limit.pass()).isEmpty();
    }

    @Test
    void aNegativeLimitIsRefusedWithItsProperty() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LogProperties(-1))
                .withMessageContaining("dm-verify.webhook.log.unauthenticated-lines-per-minute");
    }
}
