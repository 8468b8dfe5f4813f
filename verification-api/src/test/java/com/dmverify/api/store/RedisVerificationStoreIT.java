package com.dmverify.api.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.api.TestPolicy;
import com.dmverify.local.LocalServices;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The scripts keep the contract, on a real Redis. */
class RedisVerificationStoreIT extends VerificationStoreContract {

    private static final StateProperties PROPERTIES = new StateProperties(4, 200);
    private static LettuceConnectionFactory connections;
    private static ReactiveStringRedisTemplate redis;

    private final StateJson json = new StateJson(JsonMapper.builder().build());
    private final VerificationStore store =
            new RedisVerificationStore(redis, json, TestPolicy.DEFAULT, PROPERTIES, clock);
    private final Outbox outbox = new RedisOutbox(redis, json, PROPERTIES, clock);

    @BeforeAll
    static void connect() {
        connections = new LettuceConnectionFactory(
                "127.0.0.1", LocalServices.shared().redis().port());
        connections.afterPropertiesSet();
        redis = new ReactiveStringRedisTemplate(connections);
    }

    @AfterAll
    static void disconnect() {
        connections.destroy();
    }

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
        sent();
        attempt(WRONG);

        List<String> keys = redis.keys("verification:*").collectList().block();

        assertThat(keys)
                .isNotEmpty()
                .allSatisfy(key -> assertThat(redis.getExpire(key).block())
                        .as("life of %s", key)
                        .isPositive());
    }

    @Test
    void aDeadlineWhoseVerificationIsGoneIsDropped() {
        // Given
        open();
        Shards shards = new Shards(PROPERTIES.shards());
        redis.delete(shards.verification(id)).block();

        // When
        Verdict verdict = store.expire(id).block().verdict();

        // Then
        assertThat(verdict).isEqualTo(Verdict.NOT_FOUND);
        assertThat(redis.opsForZSet()
                        .score(shards.deadlines(shards.of(id)), id.value())
                        .block())
                .isNull();
    }
}
