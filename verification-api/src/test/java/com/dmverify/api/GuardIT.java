package com.dmverify.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.events.ActivityRecorded;
import com.dmverify.events.DmOutcome;
import com.dmverify.local.LocalKafka;
import com.dmverify.local.LocalRedis;
import com.dmverify.local.LocalServices;
import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.Topics;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Whatever bytes stand in a topic: the record ends as a dead letter with its cause, and what is behind it is heard. */
class GuardIT {

    private static final Duration TIME_OUT = Duration.ofSeconds(60);
    /** Of its own: two services on one Kafka would share the records. */
    private static final LocalKafka KAFKA = LocalKafka.builder().build();

    private static final LocalRedis REDIS = LocalRedis.builder().build();
    private static RunningApi api;

    @BeforeAll
    static void start() {
        api = new RunningApi(LocalServices.start(KAFKA, REDIS), "dm-verify.schemas.unknown-for=12s");
    }

    @AfterAll
    static void stop() {
        api.close();
        REDIS.close();
        KAFKA.close();
    }

    @Test
    void poisonOfEveryKindEndsAsADeadLetterAndTheNextReportIsHeard() {
        // Given
        String id = open("guard_1");
        byte[] whole = new EventCodec().encode(api.report(id, 1, DmOutcome.SENT).build());
        byte[] header = Arrays.copyOf(whole, 10);
        List<byte[]> poison = new ArrayList<>();
        poison.add(new byte[0]);
        poison.add(with(header, "fe ff ff ff 0f 61 62 63"));
        poison.add(with(header, "ee ff ff ff 0f 61 62 63"));
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            byte[] body = new byte[random.nextInt(1, 60)];
            random.nextBytes(body);
            poison.add(concat(header, body));
        }
        poison.add(concat(whole, new byte[] {0}));
        poison.add(new EventCodec().encode(api.follow("1")));
        poison.add(new EventCodec()
                .encode(api.report(id, 1, DmOutcome.SENT)
                        .setVerificationId("nonsense")
                        .build()));
        poison.add(new EventCodec()
                .encode(api.report(id, 1, DmOutcome.SENT)
                        .setRecipientHandle("no handle at all")
                        .build()));

        // When
        poison.forEach(bytes -> api.tell(Topics.DM_ATTEMPTED, id, bytes));
        api.tell(Topics.DM_ATTEMPTED, id, (byte[]) null);
        api.tell(Topics.DM_ATTEMPTED, id, whole);

        // Then
        sees(id, "sent");
        await().atMost(TIME_OUT).untilAsserted(() -> assertThat(letters(id)).hasSize(poison.size() + 1));
        assertThat(letters(id)).allSatisfy(letter -> {
            assertThat(header(letter, "dlt-cause")).isNotBlank();
            assertThat(header(letter, "dlt-origin")).startsWith("dm.attempted-");
        });
        assertThat(api.health("kafkaListeners")).contains("\"status\":\"UP\"").doesNotContain("\"restarts\":1");
    }

    @Test
    void whatANewerVersionWroteIsTriedAgainBeforeItIsADeadLetter() {
        // Given
        String id = open("guard_2");
        byte[] whole = new EventCodec().encode(api.report(id, 1, DmOutcome.SENT).build());
        byte[] unknown = whole.clone();
        ByteBuffer.wrap(unknown).order(ByteOrder.LITTLE_ENDIAN).putLong(2, 42);

        // When
        api.tell(Topics.DM_ATTEMPTED, id, unknown);
        api.tell(Topics.DM_ATTEMPTED, id, whole);

        // Then: what is behind it is heard at once
        sees(id, "sent");
        await().atMost(TIME_OUT).untilAsserted(() -> {
            api.clock.advance(Duration.ofSeconds(5));
            assertThat(letters(id)).hasSize(1);
        });
        assertThat(header(letters(id).getFirst(), "dlt-attempt")).isEqualTo("3");
        assertThat(header(letters(id).getFirst(), "dlt-origin")).matches("dm\\.attempted-[0-9]+@[0-9]+");
        assertThat(letters(id).getFirst().value()).isEqualTo(unknown);
    }

    @Test
    void aVerificationOfANewerVersionIsReportedOnWhenThisOneIsUpdated() {
        // Given
        String id = open("guard_3");
        String key = "verification:{" + Math.floorMod(id.hashCode(), 64) + "}:" + id;
        String value = api.redis().opsForValue().get(key).block();
        api.redis().opsForValue().set(key, value.replaceFirst("^[0-9]+", "99")).block();
        api.tell(Topics.DM_ATTEMPTED, id, api.report(id, 1, DmOutcome.SENT).build());
        String marker = open("guard_4");
        api.tell(Topics.DM_ATTEMPTED, id, api.report(marker, 1, DmOutcome.SENT).build());
        sees(marker, "sent");

        // When
        api.redis().opsForValue().set(key, value).block();

        // Then
        await().atMost(TIME_OUT).untilAsserted(() -> {
            api.clock.advance(Duration.ofSeconds(5));
            look(id).expectBody().jsonPath("$.delivery.status").isEqualTo("sent");
        });
    }

    @Test
    void aStopToAnAccountThatIsNotConfiguredIsTriedAgainBeforeItIsADeadLetter() {
        // Given
        ActivityRecorded stop = ActivityRecorded.newBuilder(api.message("1", "STOP"))
                .setAccountUserId("999")
                .build();

        // When
        api.tell(Topics.X_ACTIVITY, "guard_5", stop);

        // Then
        await().atMost(TIME_OUT).untilAsserted(() -> {
            api.clock.advance(Duration.ofSeconds(5));
            assertThat(letters("guard_5")).hasSize(1);
        });
        assertThat(header(letters("guard_5").getFirst(), "dlt-cause")).startsWith("UnknownAccountException");
        assertThat(header(letters("guard_5").getFirst(), "dlt-attempt")).isEqualTo("3");
    }

    private static List<ConsumerRecord<String, byte[]>> letters(String key) {
        return api.heard().stream()
                .filter(record -> record.topic().endsWith(Topics.DLT))
                .filter(record -> key.equals(record.key()))
                .toList();
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(
                Objects.requireNonNull(record.headers().lastHeader(name)).value(), StandardCharsets.UTF_8);
    }

    private static byte[] with(byte[] header, String hex) {
        return concat(header, HexFormat.ofDelimiter(" ").parseHex(hex));
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private static void sees(String id, String delivery) {
        await().atMost(TIME_OUT)
                .untilAsserted(() ->
                        look(id).expectBody().jsonPath("$.delivery.status").isEqualTo(delivery));
    }

    private static ResponseSpec look(String id) {
        return api.as(RunningApi.KEY).get().uri("/v1/verifications/" + id).exchange();
    }

    private static String open(String handle) {
        Map<?, ?> body = api.as(RunningApi.KEY)
                .post()
                .uri("/v1/verifications")
                .bodyValue(Map.of("target", Map.of("handle", handle)))
                .exchange()
                .expectStatus()
                .isAccepted()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return String.valueOf(Objects.requireNonNull(body).get("id"));
    }
}
