package com.dmverify.api.limit;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.api.problem.Problem;
import com.dmverify.api.store.limit.Quota;
import com.dmverify.api.store.limit.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RateLimitFieldsTest {

    private static final Quota HOUR = new Quota("starts-per-target-hour", 3, Duration.ofHours(1));
    private static final Quota DAY = new Quota("starts-per-target-day", 10, Duration.ofDays(1));

    @Test
    void theFieldsNameEachLimitAndWhatIsLeftOfIt() {
        Map<String, String> fields = RateLimitFields.of(
                List.of(usage(HOUR, 2, Duration.ofMillis(3_599_001)), usage(DAY, 9, Duration.ofHours(24))));

        assertThat(fields)
                .containsEntry(
                        "RateLimit-Policy",
                        "\"starts-per-target-hour\";q=3;w=3600, \"starts-per-target-day\";q=10;w=86400")
                .containsEntry(
                        "RateLimit", "\"starts-per-target-hour\";r=2;t=3600, \"starts-per-target-day\";r=9;t=86400");
    }

    @Test
    void withoutLimitsThereAreNoFields() {
        assertThat(RateLimitFields.of(List.of())).isEmpty();
    }

    @Test
    void theProblemNamesTheLimitThatLastsLongest() {
        Problem problem =
                Limited.by(List.of(usage(HOUR, 0, Duration.ofMinutes(5)), usage(DAY, 0, Duration.ofHours(7))));

        assertThat(problem.limit()).isEqualTo("starts-per-target-day");
        assertThat(problem.retryAfter()).isEqualTo(Duration.ofHours(7));
        assertThat(problem.getHeaders().headerNames()).contains("RateLimit", "RateLimit-Policy", "Retry-After");
    }

    private static Usage usage(Quota quota, int remaining, Duration reset) {
        return new Usage(quota, Instant.EPOCH, remaining, reset);
    }
}
