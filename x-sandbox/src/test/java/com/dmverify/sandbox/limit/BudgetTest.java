package com.dmverify.sandbox.limit;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sandbox.http.ApiVersion;
import com.dmverify.sandbox.testing.Seen;
import com.dmverify.sandbox.testing.Seen.Where;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetTest {

    @ParameterizedTest
    @Seen(Where.DOCUMENTATION)
    @CsvSource({"1000000,1900", "1000001,1901", "1000999,1901"})
    void aResetIsRoundedUp(long millis, String reset) {
        // Given
        Clock clock = Clock.fixed(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
        LimitProperties properties =
                new LimitProperties(15, 0, 0, 0, 1000, 15000, Duration.ofMinutes(15), Duration.ofHours(24), true);
        // Then
        assertThat(new Budget(properties, clock).takeDm(ApiVersion.V2, "user", "app"))
                .containsEntry("x-rate-limit-reset", reset);
    }
}
