package com.dmverify.sender.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryStateTest {

    private final RecordHeaders headers = new RecordHeaders();

    @Test
    void withoutThemItIsTheFirstAttempt() {
        assertThat(RetryState.of(headers)).isEqualTo(new RetryState(1, Instant.EPOCH, null, null));
    }

    @Test
    void sayWhichAttemptWhenAndWhereFrom() {
        // Given
        put(RetryState.ATTEMPT, "3");
        put(RetryState.NOT_BEFORE, "2026-11-20T10:00:00Z");
        put(RetryState.SINCE, "2026-11-20T09:59:00Z");
        put(RetryState.ORIGIN, "verification.requested-1@42");

        // When
        RetryState journey = RetryState.of(headers);

        // Then
        assertThat(journey)
                .isEqualTo(new RetryState(
                        3,
                        Instant.parse("2026-11-20T10:00:00Z"),
                        Instant.parse("2026-11-20T09:59:00Z"),
                        "verification.requested-1@42"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "many", "99999999999"})
    void damagedOnesCountAsAbsent(String damaged) {
        put(RetryState.ATTEMPT, damaged);
        put(RetryState.NOT_BEFORE, damaged);
        put(RetryState.SINCE, damaged);

        assertThat(RetryState.of(headers)).isEqualTo(new RetryState(1, Instant.EPOCH, null, null));
    }

    private void put(String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }
}
