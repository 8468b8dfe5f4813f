package com.dmverify.api.store.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.api.HandMovedClock;
import com.dmverify.api.RealRedis;
import com.dmverify.api.trace.Trace;
import com.dmverify.api.verification.Contact;
import com.dmverify.api.verification.OptOut;
import com.dmverify.api.verification.OptOut.Kind;
import com.dmverify.api.verification.UserId;
import com.dmverify.api.verification.VerificationId;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

/** What is known of people, on a real Redis. */
class PersonIndexIT {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration LONGEST_RUN = Duration.ofHours(1);
    private static final Duration START_KEPT_FOR = Duration.ofDays(45);

    private final ReactiveStringRedisTemplate redis = RealRedis.template();
    private final HandMovedClock clock = new HandMovedClock();
    private final PersonIndex persons = new PersonIndex(redis, clock, LONGEST_RUN);
    private final OptOutStore optOuts = new OptOutStore(redis, START_KEPT_FOR, START_KEPT_FOR);
    private final VerificationId id = VerificationId.random(RANDOM);

    /** Nobody else's. */
    private final Contact with = new Contact(someone(), someone());

    @Test
    void oneActOfAUserSendsOnce() {
        persons.acted(with, clock.instant()).block();
        persons.acted(with, clock.instant().minusSeconds(1)).block();

        assertThat(persons.takeActSince(with, clock.instant().plusMillis(1)).blockOptional())
                .isEmpty();
        assertThat(persons.takeActSince(with, clock.instant()).block()).isEqualTo(clock.instant());
        assertThat(persons.takeActSince(with, clock.instant()).blockOptional()).isEmpty();
    }

    @Test
    void whatMustBeOverIsForgotten() {
        persons.join(with, id).block();
        clock.advance(LONGEST_RUN);
        VerificationId later = VerificationId.random(RANDOM);

        persons.join(with, later).block();

        assertThat(persons.verifications(with).collectList().block()).containsExactly(later);
        persons.forget(with, later).block();
        assertThat(persons.verifications(with).collectList().block()).isEmpty();
    }

    @Test
    void whoJoinsLaterHearsTheLatestNo() {
        Instant said = clock.instant();
        assertThat(persons.join(with, id).block()).isNull();

        persons.declined(with, said).block();
        persons.declined(with, said.minusSeconds(9)).block();

        assertThat(persons.join(with, id).block()).isEqualTo(new OptOut(Kind.DECLINED, said));
        assertThat(optOuts.find(with).blockOptional()).isEmpty();
    }

    @Test
    void theLatestWordCountsWhateverTheOrderOfArrival() {
        Instant stop = clock.instant();
        Instant start = stop.plusSeconds(1);

        assertThat(says(false, start)).isTrue();
        assertThat(says(true, stop)).isFalse();
        assertThat(optOuts.find(with).blockOptional()).isEmpty();

        assertThat(says(true, start.plusSeconds(1))).isTrue();
        assertThat(says(false, start)).isFalse();
        assertThat(optOuts.find(with).block()).isEqualTo(new OptOut(Kind.OPTED_OUT, start.plusSeconds(1)));
    }

    @Test
    void aWordThatIsToldTwiceIsOneChange() {
        assertThat(says(true, clock.instant())).isTrue();
        assertThat(says(true, clock.instant())).isFalse();
    }

    @Test
    void ofTwoWordsWithOneTimeTheOptOutCounts() {
        says(false, clock.instant());
        assertThat(says(true, clock.instant())).isTrue();
        assertThat(says(false, clock.instant())).isFalse();
        assertThat(optOuts.find(with).block()).isNotNull();
    }

    @Test
    void anOptOutHasNoEndButAStart() {
        says(true, clock.instant());

        List<String> words = redis.keys("opt-out:*")
                .filter(key -> key.endsWith(PersonKeys.hash(with)))
                .collectList()
                .block();
        assertThat(words).hasSize(1);
        assertThat(redis.getExpire(words.getFirst()).block()).isEqualTo(Duration.ZERO);
    }

    @Test
    void whatCannotBeReadIsAnOptOut() {
        says(true, clock.instant());
        String word = redis.keys("opt-out:*")
                .filter(key -> key.endsWith(PersonKeys.hash(with)))
                .blockFirst();
        redis.opsForValue().set(word, "nonsense").block();

        assertThat(optOuts.find(with).block()).isNotNull();
    }

    @Test
    void aChangeWaitsUntilItWasTold() {
        // Given
        Trace trace = new Trace(Trace.begin().parent(), "vendor=1");
        OptOutChange change = new OptOutChange("demo", with.person(), true, clock.instant(), trace);
        WaitingChange waiting = optOuts.keep(with, List.of(change)).blockLast();
        assertThat(mine()).containsExactly(waiting);
        assertThat(waiting.change()).isEqualTo(change);

        // When
        optOuts.told(waiting).block();

        // Then
        assertThat(mine()).isEmpty();
    }

    private List<WaitingChange> mine() {
        return optOuts.waiting()
                .filter(waiting -> waiting.change().person().equals(with.person()))
                .collectList()
                .block();
    }

    private boolean says(boolean stop, Instant at) {
        return !optOuts.keep(with, List.of(new OptOutChange("demo", with.person(), stop, at, null)))
                .collectList()
                .block()
                .isEmpty();
    }

    private static UserId someone() {
        return new UserId(String.valueOf(1_000_000_000_000_000_000L
                + Math.floorMod(UUID.randomUUID().getMostSignificantBits(), 1_000_000_000_000_000_000L)));
    }
}
