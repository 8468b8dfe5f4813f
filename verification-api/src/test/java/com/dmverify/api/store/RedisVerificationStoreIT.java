package com.dmverify.api.store;

import static com.dmverify.api.verification.TestVerifications.RIGHT;
import static com.dmverify.api.verification.TestVerifications.WRONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dmverify.api.RealRedis;
import com.dmverify.api.failure.TransientFailure;
import com.dmverify.api.redis.Redis;
import com.dmverify.api.redis.Shards;
import com.dmverify.api.verification.Status;
import com.dmverify.api.verification.VerificationId;
import com.dmverify.local.LocalServices;
import com.dmverify.local.testing.ScriptedRedis;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

/** The store keeps the contract on a real Redis, and what is Redis's own. */
class RedisVerificationStoreIT extends VerificationStoreContract {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private static LettuceConnectionFactory otherConnection;

    private final ReactiveStringRedisTemplate template = RealRedis.template();
    private final Redis redis = RealRedis.redis();
    private VerificationStore store = RedisStores.on(redis, listener, clock);

    @BeforeAll
    static void connectElsewhere() {
        otherConnection = RedisStores.connect(LocalServices.shared().redis().port(), "elsewhere");
    }

    @AfterAll
    static void disconnect() {
        otherConnection.destroy();
    }

    @BeforeEach
    void empty() {
        LocalServices.shared().redis().command("FLUSHALL");
    }

    @Override
    VerificationStore store() {
        return store;
    }

    @Override
    VerificationStore elsewhere() {
        return RedisStores.on(new Redis(otherConnection), listener, clock);
    }

    @Override
    Kept kept(VerificationId verification) {
        return RedisStores.kept(redis, List.of(verification)).get(verification);
    }

    @Override
    void lose(VerificationId verification) {
        template.delete(Shards.verification(verification)).block();
    }

    @Override
    void limitOutbox(int most) {
        StateProperties usual = RedisStores.PROPERTIES;
        store = RedisStores.on(
                redis,
                listener,
                clock,
                new StateProperties(
                        usual.keepPending(), usual.keepShared(), most, usual.sweepBatch(), usual.hintTimeout()));
    }

    @Test
    void aPendingVerificationOutlivesAnAbsenceOfSevenDays() {
        openAndSend();

        assertThat(kept(id).life()).isBetween(Duration.ofDays(7).minus(A_MINUTE), Duration.ofDays(7));
    }

    @Test
    void anEndedVerificationIsKeptForADay() {
        open();
        cancel(id);

        assertThat(kept(id).life()).isBetween(Duration.ofDays(1).minus(A_MINUTE), Duration.ofDays(1));
    }

    @Test
    void theDeadlinesAndTheOutboxOutliveWhatTheyAreAbout() {
        open();

        int shard = Shards.of(id);
        for (String key : List.of(Shards.deadlines(shard), Shards.outbox(shard))) {
            assertThat(template.getExpire(key).block()).isGreaterThan(Duration.ofDays(29));
        }
    }

    @Test
    void anIdempotencyKeyIsKeptForADay() {
        RequestKey key = key("request");
        create(key.newId(random), key);

        assertThat(template.getExpire(Shards.request(key.shard(), key.name())).block())
                .isBetween(Duration.ofDays(1).minus(A_MINUTE), Duration.ofDays(1));
    }

    @Test
    void aSweepTakesABoundedNumber() {
        StateProperties usual = RedisStores.PROPERTIES;
        VerificationStore bounded = RedisStores.on(
                redis,
                listener,
                clock,
                new StateProperties(
                        usual.keepPending(), usual.keepShared(), usual.outboxMost(), 2, usual.hintTimeout()));
        RequestKey key = key("request");
        for (int i = 0; i < 3; i++) {
            create(key.newId(random), null);
        }
        clock.advance(Duration.ofHours(1));

        assertThat(bounded.due(key.shard()).count().block(TIME_OUT)).isEqualTo(2);
    }

    @Test
    void aMemberOfTheDeadlinesThatIsNoIdHoldsUpNoOther() {
        open();
        template.opsForZSet().add(Shards.deadlines(Shards.of(id)), "no id", 0).block();
        clock.advance(Duration.ofHours(1));

        assertThat(store.due(Shards.of(id)).collectList().block(TIME_OUT)).containsExactly(id);
    }

    @Test
    void aCheckWhoseCommitRedisRefusesHasNoResult() {
        openAndSend();
        try (ScriptedRedis refusing = ScriptedRedis.before(
                        LocalServices.shared().redis())
                .refuse("EVALSHA", "MISCONF Redis is configured to save RDB snapshots")) {
            LettuceConnectionFactory connection = RedisStores.connect(refusing.port(), "refused");
            VerificationStore refused = RedisStores.on(new Redis(connection), listener, clock);

            assertThatThrownBy(() -> refused.update(id, verification -> check(verification, RIGHT))
                            .block(TIME_OUT))
                    .matches(TransientFailure::isCauseOf);

            connection.destroy();
        }
        assertThat(find(id).status()).isEqualTo(Status.PENDING);
    }

    @Test
    void aCheckWhoseAnswerIsLostHasNoResultAndIsCountedOnce() {
        openAndSend();
        try (ScriptedRedis losing =
                ScriptedRedis.before(LocalServices.shared().redis()).loseAnswers("EVALSHA")) {
            LettuceConnectionFactory connection = RedisStores.connect(losing.port(), "lost");
            VerificationStore lost = RedisStores.on(new Redis(connection), listener, clock);

            assertThatThrownBy(() -> lost.update(id, verification -> check(verification, WRONG))
                            .block(TIME_OUT))
                    .matches(TransientFailure::isCauseOf);

            connection.destroy();
        }
        assertThat(find(id).remaining().tries()).isEqualTo(4);
        assertThat(kept(id).eventTypes()).containsOnlyOnce("IncorrectCodeEntered");
    }
}
