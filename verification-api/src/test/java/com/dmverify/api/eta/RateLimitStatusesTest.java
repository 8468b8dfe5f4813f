package com.dmverify.api.eta;

import static com.dmverify.api.eta.RateLimitEvents.limits;
import static com.dmverify.api.eta.RateLimitEvents.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.dmverify.api.HandMovedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RateLimitStatusesTest {

    private static final Duration QUARTER = Duration.ofMinutes(15);

    private static final QueuePosition NEXT = new QueuePosition(0, new TreeMap<>());

    private final HandMovedClock clock = new HandMovedClock();
    private final RateLimitStatuses statuses = new RateLimitStatuses(clock, Duration.ofMinutes(2));
    private final Instant now = clock.instant();

    @Test
    void theLastWordCounts() {
        statuses.update(limits("demo", now, window(15, 3, QUARTER, now.plusSeconds(60))));
        statuses.update(limits("demo", now, window(15, 0, QUARTER, now.plusSeconds(60))));
        statuses.update(limits("other", now, window(15, 15, QUARTER, now)));

        assertThat(statuses.of("demo").orElseThrow().eta(NEXT, now)).isEqualTo(now.plusSeconds(60));
        assertThat(statuses.of("other").orElseThrow().eta(NEXT, now)).isEqualTo(now);
        assertThat(statuses.of("nobody")).isEmpty();
    }

    @Test
    void whatIsOldIsNotBelieved() {
        statuses.update(limits("demo", now));

        clock.advance(Duration.ofMinutes(2).minusMillis(1));
        assertThat(statuses.of("demo")).isPresent();

        clock.advance(Duration.ofMillis(1));
        assertThat(statuses.of("demo")).isEmpty();
    }

    @Test
    void anAccountCanBeForgotten() {
        statuses.update(limits("demo", now));

        statuses.forget("demo");

        assertThat(statuses.of("demo")).isEmpty();
    }

    @Test
    void anImpossiblePaceLeavesTheLastOne() {
        statuses.update(limits("demo", now));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> statuses.update(limits("demo", now, window(15, 15, Duration.ZERO, now))));

        assertThat(statuses.of("demo")).hasValue(new AccountRateLimits(List.of(), null, now));
    }
}
