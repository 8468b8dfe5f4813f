package com.dmverify.api.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.api.RealRedis;
import com.dmverify.api.TestPolicy;
import com.dmverify.api.store.people.People;
import com.dmverify.api.store.people.Refusals;
import com.dmverify.api.store.queue.QueueingStore;
import com.dmverify.api.store.queue.SendingQueues;
import com.dmverify.api.verification.Conversation;
import com.dmverify.api.verification.Refusal;
import com.dmverify.api.verification.UserId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
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
        // Given: everything that this service ever writes
        sent();
        attempt(WRONG);
        clock.advance(Duration.ofSeconds(60));
        new VerificationIndex(redis, clock, LIFE)
                .add(store.find(id).block().state())
                .block();
        RequestKey key = new RequestKey(KeyHash.of(id.value()), KeyHash.of());
        Conversation with = new Conversation(BRAND.userId(), new UserId("78"));
        People people = new People(redis, clock, LIFE);
        people.join(with, id).block();
        people.acted(with, clock.instant()).block();
        Refusals refusals = new Refusals(redis, LIFE, LIFE);
        refusals.remember(with, new Refusal(Refusal.Kind.OPTED_OUT, clock.instant()))
                .block();
        refusals.remember(with, new Refusal(Refusal.Kind.DECLINED, clock.instant()))
                .block();
        refusals.named(with, BRAND.handle()).block();

        SendingQueues queues = new SendingQueues(redis, clock, LIFE, LIFE);
        new QueueingStore(store, queues)
                .resend(id, TENANT, new ResendRequest(new NextCode(1, "k1", RIGHT), false, key))
                .block();

        // When
        List<String> keys = redis.keys("verification*").collectList().block();

        // Then
        assertThat(keys)
                .hasSizeGreaterThan(10)
                .anyMatch(name -> name.contains(":request:"))
                .anyMatch(name -> name.startsWith("verification-index:"))
                .anyMatch(name -> name.startsWith("verification:queue:"))
                .anyMatch(name -> name.startsWith("verification-handles:"))
                .filteredOn(name ->
                        name.startsWith("verification-users:{" + BRAND.userId().value() + ":78}"))
                .hasSize(3);

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
}
