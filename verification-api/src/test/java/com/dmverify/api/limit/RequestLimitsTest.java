package com.dmverify.api.limit;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.api.problem.Problem;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestLimitsTest {

    private static final int PER_SECOND = 1000;

    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 1); // it may begin anywhere, and overflow
    private final RequestLimits limits = new RequestLimits(PER_SECOND, nanoTime::get);

    @Test
    void twiceTheRateIsAllowedAtOnceAndThenTheRate() {
        assertThat(allowed(3000)).isEqualTo(2 * PER_SECOND);
        advance(Duration.ofMillis(100));

        assertThat(allowed(3000)).isEqualTo(PER_SECOND / 10);
    }

    @Test
    void aPauseAllowsNoMoreThanTheBurst() {
        allowed(3000);
        advance(Duration.ofHours(1));

        assertThat(allowed(3000)).isEqualTo(2 * PER_SECOND);
    }

    @Test
    void eachKeyHasItsOwn() {
        allowed(3000);

        assertThat(limits.take("other")).isNull();
    }

    @Test
    void theProblemNamesTheLimitAndWhenToComeBack() {
        allowed(3000);

        Problem problem = limits.take("key");

        assertThat(problem.limit()).isEqualTo("requests-per-key-second");
        assertThat(problem.getHeaders().getFirst("Retry-After")).isEqualTo("1");
        assertThat(problem.getHeaders().getFirst("RateLimit-Policy"))
                .isEqualTo("\"requests-per-key-second\";q=1000;w=1");
        assertThat(problem.getHeaders().getFirst("RateLimit")).isEqualTo("\"requests-per-key-second\";r=0;t=1");
    }

    @Test
    void zeroSwitchesItOff() {
        RequestLimits off = new RequestLimits(0, nanoTime::get);

        assertThat(IntStream.range(0, 10_000).mapToObj(i -> off.take("key"))).containsOnlyNulls();
    }

    private long allowed(int requests) {
        return IntStream.range(0, requests)
                .filter(i -> limits.take("key") == null)
                .count();
    }

    private void advance(Duration time) {
        nanoTime.addAndGet(time.toNanos());
    }
}
