package com.dmverify.api.store.person;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.api.HandMovedClock;
import com.dmverify.api.RealRedis;
import com.dmverify.api.outbox.KafkaRecord;
import com.dmverify.api.outbox.OutboxEntry;
import com.dmverify.api.verification.Contact;
import com.dmverify.api.verification.OptOut;
import com.dmverify.api.verification.OptOut.Kind;
import com.dmverify.api.verification.UserId;
import com.dmverify.api.verification.VerificationId;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

/** The person index and the opt-outs on a real Redis. */
class PersonIndexIT {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration LONGEST_RUN = Duration.ofHours(1);
    private static final Duration KEPT_AFTER = Duration.ofHours(2);
    private static final Duration START_KEPT_FOR = Duration.ofDays(45);

    private final ReactiveStringRedisTemplate redis = RealRedis.template();
    private final HandMovedClock clock = new HandMovedClock();
    private final PersonIndex persons = new PersonIndex(RealRedis.redis(), clock, LONGEST_RUN, KEPT_AFTER);
    private final OptOutStore optOuts = new OptOutStore(RealRedis.redis(), START_KEPT_FOR, START_KEPT_FOR);
    private final VerificationId id = VerificationId.random(RANDOM);

    private final Contact with = new Contact(someone(), someone());

    @Test
    void anActivityIsProcessedForEachAccountThatSeesIt() {
        ProcessedActivities processed = new ProcessedActivities(RealRedis.template());
        String activity = someone().value();

        processed.done("1", activity).block();

        assertThat(processed.isDone("1", activity).block()).isTrue();
        assertThat(processed.isDone("2", activity).block()).isFalse();
    }

    @Test
    void theLatestActIsKeptForTheVerificationsThatItConcerns() {
        persons.acted(with, clock.instant()).block();
        persons.acted(with, clock.instant().minusSeconds(1)).block();

        assertThat(persons.actedSince(with, clock.instant().plusMillis(1)).blockOptional())
                .isEmpty();
        assertThat(persons.actedSince(with, clock.instant()).block()).isEqualTo(clock.instant());
        assertThat(persons.actedSince(with, clock.instant()).block()).isEqualTo(clock.instant());
    }

    @Test
    void aVerificationThatMustBeOverIsForgotten() {
        persons.join(with, id).block();
        clock.advance(LONGEST_RUN.plus(KEPT_AFTER));
        VerificationId later = VerificationId.random(RANDOM);

        persons.join(with, later).block();

        assertThat(persons.verifications(with).collectList().block()).containsExactly(later);
        persons.forget(with, later).block();
        assertThat(persons.verifications(with).collectList().block()).isEmpty();
    }

    @Test
    void aLaterVerificationFindsTheLatestNo() {
        Instant said = clock.instant();
        assertThat(persons.join(with, id).block()).isNull();

        persons.declined(with, said).block();
        persons.declined(with, said.minusSeconds(9)).block();

        assertThat(persons.join(with, id).block()).isEqualTo(new OptOut(Kind.DECLINED, said));
        assertThat(optOuts.find(with).blockOptional()).isEmpty();
    }

    @Test
    void theLatestOptOutCountsWhateverTheOrderOfArrival() {
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
    void anOptOutThatArrivesTwiceIsOneChange() {
        assertThat(says(true, clock.instant())).isTrue();
        assertThat(says(true, clock.instant())).isFalse();
    }

    @Test
    void ofTwoWithOneTimeTheOptOutCounts() {
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
    void aStateThatCannotBeReadIsAnOptOut() {
        says(true, clock.instant());
        String word = redis.keys("opt-out:*")
                .filter(key -> key.endsWith(PersonKeys.hash(with)))
                .blockFirst();
        redis.opsForValue().set(word, "nonsense").block();

        assertThat(optOuts.find(with).block()).isNotNull();
    }

    @Test
    void theRecordOfAChangeWaitsInTheOutbox() {
        KafkaRecord record = record();

        List<OutboxEntry> waiting =
                optOuts.keep(with, true, clock.instant(), List.of(record)).block();

        assertThat(waiting).hasSize(1);
        OutboxEntry entry = waiting.getFirst();
        Map<Object, Object> fields = redis.opsForStream()
                .range(entry.stream(), Range.closed(entry.id(), entry.id()))
                .blockFirst()
                .getValue();
        assertThat(fields).containsOnlyKeys("r");
        assertThat(redis.getExpire(entry.stream()).block()).isPositive();
    }

    private boolean says(boolean stop, Instant at) {
        return !optOuts.keep(with, stop, at, List.of(record())).block().isEmpty();
    }

    private KafkaRecord record() {
        return new KafkaRecord(clock.instant(), "opt-outs", "demo:1", Map.of(), "value".getBytes(UTF_8));
    }

    private static UserId someone() {
        return new UserId(String.valueOf(1_000_000_000_000_000_000L
                + Math.floorMod(UUID.randomUUID().getMostSignificantBits(), 1_000_000_000_000_000_000L)));
    }
}
