package com.dmverify.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.events.ActivityKind;
import com.dmverify.events.ActivityRecorded;
import com.dmverify.local.LocalKafka;
import com.dmverify.local.LocalRedis;
import com.dmverify.local.LocalServices;
import com.dmverify.local.testing.HeldCommand;
import com.dmverify.local.testing.HeldCommand.Point;
import com.dmverify.local.testing.ScriptedRedis;
import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A replica is killed between the effect of an activity and its memory of the activity: the next replica reads the record again,
 * and the effect stays one.
 */
class KilledAfterEffectIT {

    private static final Duration TIME_OUT = Duration.ofMinutes(2);
    private static final String USER = "7071";
    private static final String MEMORY = "verification-activity:";

    private static final LocalKafka KAFKA = LocalKafka.builder().build();
    private static final LocalRedis REDIS = LocalRedis.builder().build();
    private static LocalServices services;

    @BeforeAll
    static void start() {
        services = LocalServices.start(KAFKA, REDIS);
    }

    @AfterAll
    static void stop() {
        services.close();
    }

    @Test
    void aStopThatIsReadAgainEndsAndOptsOutOnce() throws Exception {
        // Given
        String id;
        try (ScriptedRedis scripted = ScriptedRedis.before(REDIS);
                ReplicaProcess replica = new ReplicaProcess(services, scripted.port())) {
            id = started(replica);
            HeldCommand memory = scripted.hold("SET", MEMORY, Point.BEFORE);
            tell(stopWord());
            memory.await();

            // When
            replica.kill();
            memory.drop();
        }
        assertThat(REDIS.command("KEYS", MEMORY + "*")).isEmpty();
        assertThat(REDIS.command("KEYS", "verification:{*}:" + id)).isNotEmpty();
        try (RunningApi next = new RunningApi(services)) {
            await().atMost(TIME_OUT)
                    .until(() -> !REDIS.command("KEYS", MEMORY + "*").isEmpty());
            next.clock.advance(Duration.ofSeconds(6)); // what is left behind is older than five seconds
            await().atMost(TIME_OUT).until(KilledAfterEffectIT::nothingIsUnpublished);

            // Then
            await().atMost(TIME_OUT)
                    .untilAsserted(() -> assertThat(next.optOuts(USER)).isNotEmpty());
            await().atMost(TIME_OUT)
                    .untilAsserted(() -> assertThat(next.distinctNamesOf(Topics.VERIFICATION_EVENTS, id))
                            .containsExactly("VerificationOpened", "VerificationFailed"));
            assertThat(next.optOuts(USER)).containsOnly("OPTED_OUT");
        }
    }

    private static String started(ReplicaProcess replica) {
        String answer = replica.start(
                        "{\"target\":{\"user_id\":\"" + USER + "\"}}",
                        UUID.randomUUID().toString())
                .join()
                .body();
        return answer.replaceAll("(?s).*\"id\":\\s*\"(ver_[^\"]+)\".*", "$1");
    }

    private static boolean nothingIsUnpublished() {
        return REDIS.command("KEYS", "*outbox*")
                .lines()
                .filter(name -> REDIS.command("TYPE", name).equals("stream"))
                .allMatch(name -> REDIS.command("XLEN", name).equals("0"));
    }

    private static ActivityRecorded stopWord() {
        Instant now = new HandMovedClock().instant();
        return ActivityRecorded.newBuilder()
                .setActivityId(UUID.randomUUID().toString())
                .setKind(ActivityKind.DM_RECEIVED)
                .setApp("default")
                .setAccountUserId(RunningApi.BRAND)
                .setOtherUserId(USER)
                .setText("STOP")
                .setOccurredAt(now)
                .setReceivedAt(now)
                .setRaw("{}")
                .build();
    }

    private static void tell(ActivityRecorded activity) throws Exception {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", KAFKA.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.X_ACTIVITY, USER, new EventCodec().encode(activity)))
                    .get();
        }
    }
}
