package com.dmverify.sender.publication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryHeadersTest {

    private final RecordHeaders headers = new RecordHeaders();

    @Test
    void withoutThemItIsTheFirstAttempt() {
        assertThat(RetryHeaders.of(headers)).isEqualTo(new RetryHeaders(1, Instant.EPOCH, null, null));
    }

    @Test
    void sayWhichAttemptWhenAndWhereFrom() {
        // Given
        put(RetryHeaders.ATTEMPT, "3");
        put(RetryHeaders.NOT_BEFORE, "2026-11-20T10:00:00Z");
        put(RetryHeaders.SINCE, "2026-11-20T09:59:00Z");
        put(RetryHeaders.ORIGIN, "verification.requested-1@42");

        // When
        RetryHeaders journey = RetryHeaders.of(headers);

        // Then
        assertThat(journey)
                .isEqualTo(new RetryHeaders(
                        3,
                        Instant.parse("2026-11-20T10:00:00Z"),
                        Instant.parse("2026-11-20T09:59:00Z"),
                        "verification.requested-1@42"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "many", "99999999999"})
    void damagedOnesCountAsAbsent(String damaged) {
        put(RetryHeaders.ATTEMPT, damaged);
        put(RetryHeaders.NOT_BEFORE, damaged);
        put(RetryHeaders.SINCE, damaged);

        assertThat(RetryHeaders.of(headers)).isEqualTo(new RetryHeaders(1, Instant.EPOCH, null, null));
    }

    private void put(String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }
}
