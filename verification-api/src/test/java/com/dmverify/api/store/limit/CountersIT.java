package com.dmverify.api.store.limit;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.api.HandMovedClock;
import com.dmverify.api.RealRedis;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import reactor.core.publisher.Flux;

class CountersIT {

    private static final Duration TIME_OUT = Duration.ofSeconds(60);
    private static final Quota HOUR = new Quota("hour", 3, Duration.ofHours(1));
    private static final Quota DAY = new Quota("day", 4, Duration.ofDays(1));
    private static final List<Quota> BOTH = List.of(HOUR, DAY);

    private final HandMovedClock clock = new HandMovedClock();
    private final ReactiveStringRedisTemplate redis = RealRedis.template();
    private final Counters counters = new Counters(RealRedis.redis(), clock);
    private final String subject = UUID.randomUUID().toString();

    @Test
    void asManyAreTakenAsTheQuotaAllows() {
        assertThat(take())
                .isEqualTo(new Take(
                        Take.Outcome.TAKEN, List.of(left(HOUR, 2, HOUR.window()), left(DAY, 3, DAY.window()))));
        clock.advance(Duration.ofMinutes(10));
        take();
        take();

        Take refused = take();

        assertThat(refused.isCounted()).isFalse();
        assertThat(refused.usages().getFirst()).isEqualTo(left(HOUR, 0, Duration.ofMinutes(50)));
    }

    @Test
    void theWindowMovesWithTheClock() {
        take();
        clock.advance(Duration.ofMinutes(30));
        take();
        take();
        assertThat(take().isCounted()).isFalse();

        clock.advance(Duration.ofMinutes(30));

        assertThat(take().isCounted()).isTrue();
        Take refused = take();
        assertThat(refused.isCounted()).isFalse();
        assertThat(refused.usages()).extracting(Usage::remaining).containsExactly(0, 0);
        assertThat(refused.usages().getLast().reset()).isEqualTo(Duration.ofHours(23));
    }

    @Test
    void whatIsRefusedCountsInNoQuota() {
        for (int i = 0; i < 3; i++) {
            take();
        }
        take();

        assertThat(take().usages().getLast().remaining()).isEqualTo(1);
    }

    @Test
    void whatIsGivenBackCanBeTakenAgainAndOnlyOnce() {
        counters.take(subject, "one", BOTH).block(TIME_OUT);
        take();
        take();
        counters.giveBack(subject, "one").block(TIME_OUT);
        counters.giveBack(subject, "one").block(TIME_OUT);

        assertThat(take().isCounted()).isTrue();
        assertThat(take().isCounted()).isFalse();
    }

    @Test
    void aUseThatIsRepeatedIsHeldAndCountedOnce() {
        assertThat(counters.take(subject, "one", BOTH).block(TIME_OUT).outcome())
                .isEqualTo(Take.Outcome.TAKEN);

        Take again = counters.take(subject, "one", BOTH).block(TIME_OUT);

        assertThat(again.outcome()).isEqualTo(Take.Outcome.HELD);
        assertThat(again.usages()).extracting(Usage::remaining).containsExactly(2, 3);
    }

    @Test
    void aUseThatIsRepeatedIsHeldAlsoWhenTheQuotaIsUsedUp() {
        counters.take(subject, "one", BOTH).block(TIME_OUT);
        take();
        take();

        assertThat(counters.take(subject, "one", BOTH).block(TIME_OUT).outcome())
                .isEqualTo(Take.Outcome.HELD);
    }

    @Test
    void manyAtOnceTakeNoMoreThanThereIs() {
        long taken = Flux.range(0, 50)
                .flatMap(i -> counters.take(subject, "use-" + i, BOTH), 50)
                .filter(Take::isCounted)
                .count()
                .block(TIME_OUT);

        assertThat(taken).isEqualTo(3);
    }

    @Test
    void aCounterEndsWithItsLongestWindow() {
        take();

        assertThat(redis.getExpire("verification-limits:{" + subject + "}").block(TIME_OUT))
                .isBetween(Duration.ofHours(23), Duration.ofHours(24));
    }

    private Take take() {
        return counters.take(subject, UUID.randomUUID().toString(), BOTH).block(TIME_OUT);
    }

    private static Usage left(Quota quota, int remaining, Duration reset) {
        return new Usage(quota, remaining, reset);
    }
}
