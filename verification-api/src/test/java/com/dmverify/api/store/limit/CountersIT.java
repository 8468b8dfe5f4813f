package com.dmverify.api.store.limit;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.api.HandMovedClock;
import com.dmverify.api.RealRedis;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import reactor.core.publisher.Flux;

class CountersIT {

    private static final Duration TIME_OUT = Duration.ofSeconds(60);
    private static final Quota HOUR = new Quota("hour", 3, Duration.ofHours(1));
    private static final Quota DAY = new Quota("day", 4, Duration.ofDays(1));

    private final HandMovedClock clock = new HandMovedClock();
    private final ReactiveStringRedisTemplate redis = RealRedis.template();
    private final Counters counters = new Counters(RealRedis.redis(), clock);
    private final Counter both = new Counter(UUID.randomUUID().toString(), List.of(HOUR, DAY));

    /** A script that Redis does not know yet is sent twice, and comes after what was sent in between. */
    @BeforeAll
    static void loadTheScripts() throws IOException {
        for (String script : List.of("limit-take", "limit-give-back")) {
            try (InputStream text = CountersIT.class.getResourceAsStream("/lua/" + script + ".lua")) {
                byte[] lua = text.readAllBytes();
                RealRedis.redis()
                        .<String>send(commands -> commands.scriptLoad(lua))
                        .block(TIME_OUT);
            }
        }
    }

    @Test
    void asManyAreTakenAsTheQuotaAllows() {
        Instant began = Instant.ofEpochMilli(clock.millis());
        assertThat(take())
                .isEqualTo(new Take(
                        both,
                        true,
                        List.of(new Usage(HOUR, began, 2, HOUR.window()), new Usage(DAY, began, 3, DAY.window()))));
        clock.advance(Duration.ofMinutes(10));
        take();
        take();

        Take refused = take();

        assertThat(refused.isTaken()).isFalse();
        assertThat(refused.usages().getFirst()).isEqualTo(new Usage(HOUR, began, 0, Duration.ofMinutes(50)));
    }

    @Test
    void aWindowEndsAfterItsLengthAndTheNextBeginsWithItsFirstUse() {
        take();
        clock.advance(Duration.ofMinutes(59));
        take();
        take();
        assertThat(take().isTaken()).isFalse();
        clock.advance(Duration.ofMinutes(1));

        Take first = take();

        assertThat(first.isTaken()).isTrue();
        assertThat(first.usages()).extracting(Usage::remaining).containsExactly(2, 0);
        assertThat(first.usages()).extracting(Usage::reset).containsExactly(Duration.ofHours(1), Duration.ofHours(23));
        assertThat(take().isTaken()).isFalse();
    }

    @Test
    void whatIsRefusedCountsInNoWindow() {
        for (int i = 0; i < 3; i++) {
            take();
        }
        take();

        assertThat(take().usages().getLast().remaining()).isEqualTo(1);
    }

    @Test
    void whatIsGivenBackCanBeTakenAgain() {
        Take one = take();
        take();
        take();
        counters.giveBack(one);

        assertThat(take().isTaken()).isTrue();
        assertThat(take().isTaken()).isFalse();
    }

    @Test
    void whatIsGivenBackAfterItsWindowChangesNoOther() {
        Take old = take();
        clock.advance(Duration.ofHours(1));
        take();

        counters.giveBack(old);

        assertThat(take().usages()).extracting(Usage::remaining).containsExactly(1, 2);
    }

    @Test
    void whatWasRefusedIsNotGivenBack() {
        for (int i = 0; i < 3; i++) {
            take();
        }

        counters.giveBack(take());

        assertThat(take().isTaken()).isFalse();
    }

    @Test
    void ofSeveralCountersEachTellsWhatCameOfIt() {
        Counter other = new Counter(UUID.randomUUID().toString(), List.of(new Quota("other", 1, Duration.ofHours(1))));
        take(other);

        List<Take> takes = counters.takeAll(List.of(both, other)).block(TIME_OUT);

        assertThat(takes).extracting(Take::isTaken).containsExactly(true, false);
        assertThat(takes).extracting(Take::counter).containsExactly(both, other);
    }

    @Test
    void aFailureGivesBackWhatWasTakenOfTheOthers() {
        Counter broken = new Counter(UUID.randomUUID().toString(), List.of(HOUR));
        redis.opsForValue()
                .set(broken.key(), "not a hash", Duration.ofMinutes(1))
                .block(TIME_OUT);

        Boolean failed = counters.takeAll(List.of(both, broken))
                .map(takes -> false)
                .onErrorReturn(true)
                .block(TIME_OUT);

        assertThat(failed).isTrue();
        assertThat(take().usages()).extracting(Usage::remaining).containsExactly(2, 3);
    }

    @Test
    void aCounterWithoutQuotasCountsNothing() {
        Counter off = new Counter(UUID.randomUUID().toString(), List.of());

        assertThat(take(off)).isEqualTo(new Take(off, true, List.of()));
        assertThat(redis.hasKey(off.key()).block(TIME_OUT)).isFalse();
    }

    @Test
    void manyAtOnceTakeNoMoreThanThereIs() {
        long taken = Flux.range(0, 50)
                .flatMap(i -> counters.take(both), 50)
                .filter(Take::isTaken)
                .count()
                .block(TIME_OUT);

        assertThat(taken).isEqualTo(3);
    }

    @Test
    void aCounterIsOneKeyAndEndsWithItsLongestWindow() {
        take();
        clock.advance(Duration.ofHours(2));
        take();

        assertThat(redis.getExpire(both.key()).block(TIME_OUT)).isBetween(Duration.ofHours(21), Duration.ofHours(22));
    }

    private Take take() {
        return take(both);
    }

    private Take take(Counter counter) {
        return counters.take(counter).block(TIME_OUT);
    }
}
