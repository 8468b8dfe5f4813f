package com.dmverify.api.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dmverify.api.RealRedis;
import com.dmverify.api.TestPolicy;
import com.dmverify.api.failure.TransientFailure;
import com.dmverify.api.store.person.OptOutChange;
import com.dmverify.api.store.person.OptOutStore;
import com.dmverify.api.store.person.PersonIndex;
import com.dmverify.api.store.person.ProcessedActivities;
import com.dmverify.api.store.queue.QueueTrackingStore;
import com.dmverify.api.store.queue.SendQueues;
import com.dmverify.api.verification.Contact;
import com.dmverify.api.verification.UserId;
import com.dmverify.api.verification.VerificationId;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

/** The scripts keep the contract, on a real Redis. */
class RedisVerificationStoreIT extends VerificationStoreContract {

    private static final StateProperties PROPERTIES = new StateProperties(200, LIFE);

    private final ReactiveStringRedisTemplate redis = RealRedis.template();
    private final StateJson json = new StateJson();
    private final VerificationStore store =
            new RedisVerificationStore(redis, json, TestPolicy.DEFAULT, PROPERTIES, clock);
    private final Outbox outbox = new RedisOutbox(redis, json, PROPERTIES, clock);

    @Override
    VerificationStore store() {
        return store;
    }

    @Override
    Outbox outbox() {
        return outbox;
    }

    @Test
    void everyKeyHasAnEnd() {
        // Given: everything that this service ever writes, and no opt-out of another test
        redis.keys("opt-out:*").flatMap(redis::delete).blockLast();
        sent();
        attempt(WRONG);
        clock.advance(Duration.ofSeconds(60));
        new VerificationIndex(redis, clock, LIFE)
                .add(store.find(id).block().state())
                .block();
        RequestKey key = new RequestKey(KeyHash.of(id.value()), KeyHash.of());
        Contact with = new Contact(BRAND.userId(), new UserId("78"));
        PersonIndex persons = new PersonIndex(redis, clock, LIFE);
        persons.join(with, id).block();
        persons.acted(with, clock.instant()).block();
        persons.declined(with, clock.instant()).block();
        new ProcessedActivities(redis).done("activity-78").block();
        OptOutStore optOuts = new OptOutStore(redis, LIFE, LIFE);
        optOuts.keep(with, List.of(new OptOutChange("demo", with.person(), false, clock.instant(), null)))
                .blockLast();
        new Quarantine(redis, clock)
                .putAside(VerificationId.random(new SecureRandom()), "a test")
                .block();

        SendQueues queues = new SendQueues(redis, clock, LIFE, LIFE);
        new QueueTrackingStore(store, queues)
                .resend(id, TENANT, new ResendRequest(new NextCode(1, "k1", RIGHT), false, key))
                .block();

        // When
        List<String> keys = redis.keys("verification*")
                .concatWith(redis.keys("opt-out:*"))
                .collectList()
                .block();

        // Then
        assertThat(keys)
                .hasSizeGreaterThan(10)
                .anyMatch(name -> name.contains(":request:"))
                .anyMatch(name -> name.startsWith("verification-index:"))
                .anyMatch(name -> name.startsWith("verification:queue:"))
                .anyMatch(name -> name.startsWith("verification-activity:"))
                .anyMatch(name -> name.endsWith(":quarantine"))
                .anyMatch(name -> name.endsWith(":changes"))
                .anyMatch(name -> name.startsWith("verification-person:") && name.endsWith(":declined"));

        assertThat(keys)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(redis.getExpire(name).block())
                        .as("life of %s", name)
                        .isPositive());
    }

    @Test
    void aDeadlineWhoseVerificationIsGoneIsDropped() {
        // Given
        open();
        redis.delete(Shards.verification(id)).block();

        // When
        Verdict verdict = store.expire(id).block().verdict();

        // Then
        assertThat(verdict).isEqualTo(Verdict.NOT_FOUND);
        assertThat(redis.opsForZSet()
                        .score(Shards.deadlines(Shards.of(id)), id.value())
                        .block())
                .isNull();
    }

    @Test
    void noKeyNameHoldsWhatACallerWrote() {
        sent();
        new VerificationIndex(redis, clock, LIFE)
                .add(store.find(id).block().state())
                .block();

        assertThat(redis.keys("*").collectList().block())
                .noneMatch(name -> name.contains("order-42") || name.contains("alice"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"send_deadline", "status", "tries", "metadata", "created_at", "digest"})
    void aDamagedVerificationIsAnErrorBeforeAnythingIsChanged(String field) {
        // Given
        sent();
        String key = Shards.verification(id);
        redis.opsForHash().remove(key, field).block();
        Map<Object, Object> before = redis.opsForHash()
                .entries(key)
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .block();
        clock.advance(LIFE);

        // When, Then
        assertThatThrownBy(() -> store.expire(id).block())
                .satisfies(
                        error -> assertThat(TransientFailure.isCauseOf(error)).isFalse());
        assertThatThrownBy(() -> attempt(RIGHT)).isNotNull();
        assertThat(redis.opsForHash()
                        .entries(key)
                        .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                        .block())
                .isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"format, 2", "status, disputed", "delivery, seen_twice"})
    void whatANewerVersionWroteIsLeftAlone(String field, String word) {
        // Given
        sent();
        String key = Shards.verification(id);
        redis.opsForHash().put(key, field, word).block();
        Map<Object, Object> before = redis.opsForHash()
                .entries(key)
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .block();
        clock.advance(LIFE);

        // When, Then
        assertThatThrownBy(() -> store.expire(id).block()).isInstanceOf(NewerFormatException.class);
        assertThatThrownBy(() -> attempt(RIGHT)).isInstanceOf(NewerFormatException.class);
        assertThatThrownBy(() -> store.find(id).block()).isInstanceOf(NewerFormatException.class);
        assertThat(redis.opsForHash()
                        .entries(key)
                        .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                        .block())
                .isEqualTo(before);
    }
}
