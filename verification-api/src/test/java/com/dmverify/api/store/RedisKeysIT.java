package com.dmverify.api.store;

import static com.dmverify.api.verification.TestVerifications.BRAND;
import static com.dmverify.api.verification.TestVerifications.LIFE;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.api.HandMovedClock;
import com.dmverify.api.RealRedis;
import com.dmverify.api.TestPolicy;
import com.dmverify.api.outbox.KafkaRecord;
import com.dmverify.api.redis.KeyHash;
import com.dmverify.api.redis.Redis;
import com.dmverify.api.redis.SweepLeases;
import com.dmverify.api.store.person.OptOutStore;
import com.dmverify.api.store.person.PersonIndex;
import com.dmverify.api.store.person.ProcessedActivities;
import com.dmverify.api.store.queue.SendQueues;
import com.dmverify.api.verification.Change;
import com.dmverify.api.verification.Contact;
import com.dmverify.api.verification.Moment;
import com.dmverify.api.verification.TestVerifications;
import com.dmverify.api.verification.UserId;
import com.dmverify.api.verification.Verification;
import com.dmverify.api.verification.VerificationId;
import com.dmverify.local.LocalServices;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

/** The names and the ends of the keys that this service writes. */
class RedisKeysIT {

    private static final Contact WITH = new Contact(BRAND.userId(), new UserId("78"));

    private final HandMovedClock clock = new HandMovedClock();
    private final Redis redis = RealRedis.redis();
    private final ReactiveStringRedisTemplate template = RealRedis.template();

    @BeforeEach
    void writeEveryKindOfKey() {
        LocalServices.shared().redis().command("FLUSHALL");
        SendQueues queues = new SendQueues(redis, clock, account -> true, LIFE, StoreFixture.TIME_OUT);
        VerificationStore store = RedisStores.on(redis, queues, clock);
        RequestKey key = new RequestKey(KeyHash.of("a key"), KeyHash.of("a request"));
        VerificationId id = key.newId(new SecureRandom());
        Change<Verification> opened =
                Verification.open(TestVerifications.fresh(id), new Moment(clock.instant(), TestPolicy.DEFAULT, null));
        store.create(opened, key).block();
        new VerificationIndex(redis, clock, LIFE).add(opened.after()).block();
        PersonIndex persons = new PersonIndex(redis, clock, LIFE, LIFE);
        persons.join(WITH, id).block();
        persons.acted(WITH, clock.instant()).block();
        persons.declined(WITH, clock.instant()).block();
        new ProcessedActivities(template).done("1", "activity-78").block();
        KafkaRecord record = new KafkaRecord(clock.instant(), "opt-outs", "key", Map.of(), new byte[] {1});
        new OptOutStore(redis, LIFE, LIFE)
                .keep(WITH, false, clock.instant(), List.of(record))
                .block();
        new Quarantine(redis, clock)
                .putAside(VerificationId.random(new SecureRandom()), "a test")
                .block();
        new SweepLeases(redis, "a-sweep", LIFE).take().blockLast();
    }

    @Test
    void everyKeyHasAnEnd() {
        List<String> keys = template.keys("*").collectList().block();

        assertThat(keys)
                .anyMatch(name -> name.contains(":request:"))
                .anyMatch(name -> name.startsWith("verification-index:"))
                .anyMatch(name -> name.startsWith("verification-activity:"))
                .anyMatch(name -> name.startsWith("opt-out:") && name.endsWith(":outbox"))
                .anyMatch(name -> name.startsWith("verification:{") && name.endsWith(":outbox"))
                .anyMatch(name -> name.endsWith(":deadlines"))
                .anyMatch(name -> name.endsWith(":quarantine"))
                .anyMatch(name -> name.contains(":lease:"))
                .anyMatch(name -> name.startsWith("verification-person:") && name.endsWith(":declined"));
        assertThat(keys)
                .allSatisfy(name -> assertThat(template.getExpire(name).block())
                        .as("life of %s", name)
                        .isPositive());
    }

    @Test
    void noKeyNameHoldsWhatACallerWrote() {
        assertThat(template.keys("*").collectList().block())
                .noneMatch(name -> name.contains("order-42") || name.contains("alice") || name.contains("a key"));
    }
}
