package com.dmverify.api.store;

import static com.dmverify.api.verification.TestVerifications.LIFE;
import static com.dmverify.api.verification.TestVerifications.RIGHT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dmverify.api.HandMovedClock;
import com.dmverify.api.RealRedis;
import com.dmverify.api.TestPolicy;
import com.dmverify.api.failure.TransientFailure;
import com.dmverify.api.outbox.KafkaRecord;
import com.dmverify.api.redis.Redis;
import com.dmverify.api.redis.Shards;
import com.dmverify.api.verification.CheckResult;
import com.dmverify.api.verification.DeliveryReport.Outcome;
import com.dmverify.api.verification.Moment;
import com.dmverify.api.verification.TestVerifications;
import com.dmverify.api.verification.Verification;
import com.dmverify.api.verification.VerificationId;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that cannot be read are left alone, and unknown fields are kept. */
class DamagedVerificationIT {

    private static final Duration TIME_OUT = Duration.ofSeconds(60);

    private final HandMovedClock clock = new HandMovedClock();
    private final Redis redis = RealRedis.redis();
    private final VerificationStore store = RedisStores.on(redis, (change, entries) -> {}, clock);
    private final VerificationId id = VerificationId.random(new SecureRandom());

    @BeforeEach
    void openAndSend() {
        store.create(Verification.open(TestVerifications.fresh(id), now()), null)
                .block(TIME_OUT);
        store.update(
                        id,
                        verification -> verification.report(
                                TestVerifications.report(1, Outcome.SENT, null, clock.instant()), now()))
                .block(TIME_OUT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "none",
                "1",
                "1 2",
                "1 2 ",
                "1 2 {",
                "1 2 []",
                "1 2 {} {}",
                "1 x {}",
                "99999999999999999999 1 {}",
                "1 2 {\"status\":\"pending\"}"
            })
    void aDamagedVerificationIsAnErrorAndStaysAsItIs(String value) {
        write(value);

        assertIsLeftAlone(DamagedVerificationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "tries", "send_deadline", "created_at", "kid", "sequence", "lanes"})
    void aVerificationWithoutAFieldIsDamaged(String field) {
        write(value().replaceFirst("\"" + field + "\":(\"[^\"]*\"|[0-9]+),?", ""));

        assertIsLeftAlone(DamagedVerificationException.class);
    }

    @Test
    void aStatusThatNoFormatKnowsIsDamage() {
        write(value().replace("\"status\":\"pending\"", "\"status\":\"disputed\""));

        assertIsLeftAlone(DamagedVerificationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4 7 {\"status\":\"disputed\"}", "10 7 {}", "4 and then what a newer version writes"})
    void aVerificationOfANewerFormatIsLeftAlone(String value) {
        write(value);

        assertIsLeftAlone(NewerFormatException.class);
    }

    @Test
    void unknownFieldsAreKeptThroughAChange() {
        write(value().replaceFirst("\\{", "{\"channel\":{\"kind\":\"dm\",\"parts\":[1,2.5,null]},\"score\":7,"));

        CheckResult result = check();

        assertThat(result).isInstanceOf(CheckResult.Approved.class);
        assertThat(value())
                .contains("\"channel\":{\"kind\":\"dm\",\"parts\":[1,2.5,null]}")
                .contains("\"score\":7")
                .contains("\"status\":\"verified\"");
    }

    private void assertIsLeftAlone(Class<? extends RuntimeException> error) {
        String before = value();
        int waiting = outbox().size();
        clock.advance(LIFE);

        assertThatThrownBy(() -> store.find(id).block(TIME_OUT)).isInstanceOf(error);
        assertThatThrownBy(this::check).isInstanceOf(error);
        assertThatThrownBy(() -> store.update(id, verification -> verification.expire(now()))
                        .block(TIME_OUT))
                .isInstanceOf(error)
                .satisfies(
                        thrown -> assertThat(TransientFailure.isCauseOf(thrown)).isFalse());

        assertThat(value()).isEqualTo(before);
        assertThat(outbox()).hasSize(waiting);
    }

    private CheckResult check() {
        return store.update(id, verification -> verification.check(TestVerifications.isRight(RIGHT), now()))
                .block(TIME_OUT);
    }

    private String value() {
        return redis.get(Shards.verification(id)).block(TIME_OUT);
    }

    private void write(String value) {
        redis.<String>send(commands -> commands.set(Redis.bytes(Shards.verification(id)), value.getBytes(UTF_8)))
                .block(TIME_OUT);
    }

    private List<KafkaRecord> outbox() {
        return RedisStores.records(redis, Shards.of(id));
    }

    private Moment now() {
        return new Moment(clock.instant(), TestPolicy.DEFAULT, null);
    }
}
