package com.dmverify.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.codes.CodeKey;
import com.dmverify.codes.KeyRing;
import com.dmverify.codes.OneTimeCodes;
import com.dmverify.events.DmOutcome;
import com.dmverify.local.LocalKafka;
import com.dmverify.local.LocalRedis;
import com.dmverify.local.LocalServices;
import com.dmverify.local.testing.ScriptedRedis;
import com.dmverify.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/**
 * A Redis that is there and cannot work, or whose answers are lost: callers are told to come back, and in the end everything
 * took effect once.
 */
class UnavailableRedisIT {

    private static final Duration TIME_OUT = Duration.ofSeconds(60);
    private static final AtomicInteger PEOPLE = new AtomicInteger();
    /** Of its own: two services on one Kafka would share the records. */
    private static final LocalKafka KAFKA = LocalKafka.builder().build();

    private static final LocalRedis REAL = LocalRedis.builder().build();
    private static ScriptedRedis redis;
    private static RunningApi api;

    @BeforeAll
    static void start() {
        LocalServices services = LocalServices.start(KAFKA, REAL);
        redis = ScriptedRedis.before(REAL);
        api = new RunningApi(
                services,
                "spring.data.redis.port=" + redis.port(),
                "spring.data.redis.host=127.0.0.1",
                "dm-verify.limits.starts-per-target-hour=0",
                "dm-verify.limits.starts-per-target-day=0");
    }

    @AfterAll
    static void stop() {
        api.close();
        redis.close();
        REAL.close();
        KAFKA.close();
    }

    @AfterEach
    void behave() {
        redis.behave();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OOM command not allowed when used memory > 'maxmemory'. script: 40a2, on @user_script:32.",
                "READONLY You can't write against a read only replica. script: 40a2, on @user_script:32.",
                "NOREPLICAS Not enough good replicas to write. script: 40a2, on @user_script:32.",
                "MISCONF Redis is configured to save RDB snapshots script: 40a2, on @user_script:32.",
                "LOADING Redis is loading the dataset in memory",
                "MASTERDOWN Link with MASTER is down",
                "CLUSTERDOWN The cluster is down",
                "TRYAGAIN Multiple keys request during rehashing of slot",
                "BUSY Redis is busy running a script."
            })
    void allThatWasAskedTakesEffectOnceWhenRedisCanWorkAgain(String error) {
        // Given: one to report on, one to check, and one whose person writes STOP
        String reported = open();
        String checked = open();
        sent(checked);
        String user = user();
        String stopped = open(Map.of("target", Map.of("user_id", user)));
        redis.refuse("*", error);

        // When
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = target();
        unavailable(start(body, key));
        unavailable(check(checked));
        api.tell(
                Topics.DM_ATTEMPTED,
                reported,
                api.report(reported, 1, DmOutcome.SENT).build());
        api.tell(Topics.X_ACTIVITY, user, api.message(user, "STOP"));
        long asked = redis.count("EVALSHA");
        await().atMost(TIME_OUT).until(() -> redis.count("EVALSHA") > asked + 2);
        redis.behave();

        // Then
        await().atMost(TIME_OUT)
                .untilAsserted(() -> check(checked)
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .jsonPath("$.result")
                        .isEqualTo("approved"));
        start(body, key).expectStatus().isAccepted();
        status(reported, "$.delivery.status", "sent");
        status(stopped, "$.reason", "opted_out");
        await().atMost(TIME_OUT)
                .untilAsserted(() -> assertThat(api.namesOf(Topics.VERIFICATION_EVENTS, stopped))
                        .containsExactly("VerificationOpened", "VerificationFailed"));
        await().untilAsserted(() -> assertThat(api.namesOf(Topics.VERIFICATION_EVENTS, reported))
                .containsExactly("VerificationOpened", "CodeSent"));
        assertThat(api.heard()).noneMatch(record -> record.topic().endsWith(Topics.DLT));
    }

    @Test
    void aStartWhoseAnswerIsLostIsThereOnceWhenItIsRepeated() {
        // Given
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = target();
        redis.loseAnswers("EVALSHA");
        unavailable(start(body, key));
        redis.behave();

        // When: the connection is there again
        await().atMost(TIME_OUT)
                .until(() ->
                        start(body, key).returnResult(String.class).getStatus().value() != 503);

        // Then
        String id = idOf(start(body, key).expectStatus().isOk());
        api.clock.advance(Duration.ofSeconds(6)); // what is left behind is older than five seconds
        await().atMost(TIME_OUT)
                .untilAsserted(() -> assertThat(api.namesOf(Topics.VERIFICATION_REQUESTED, id))
                        .hasSize(1));
        await().untilAsserted(() ->
                assertThat(api.namesOf(Topics.VERIFICATION_EVENTS, id)).containsExactly("VerificationOpened"));
    }

    private static void unavailable(ResponseSpec response) {
        response.expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists("Retry-After")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("unavailable");
    }

    private static String user() {
        return "30000000000000" + (10_000 + PEOPLE.incrementAndGet());
    }

    private static Map<String, Object> target() {
        return Map.of("target", Map.of("user_id", user()));
    }

    private static String open() {
        return open(target());
    }

    private static String open(Map<String, Object> body) {
        String[] id = new String[1];
        String key = UUID.randomUUID().toString();
        await().atMost(TIME_OUT)
                .untilAsserted(
                        () -> id[0] = idOf(start(body, key).expectStatus().is2xxSuccessful()));
        return id[0];
    }

    private static ResponseSpec start(Map<String, Object> body, String key) {
        return api.as(RunningApi.KEY)
                .post()
                .uri("/v1/verifications")
                .header("Idempotency-Key", key)
                .bodyValue(body)
                .exchange();
    }

    private static ResponseSpec check(String id) {
        String code = new OneTimeCodes(new KeyRing(List.of(CodeKey.ofBase64("k1", RunningApi.SECRET))))
                .derive("k1", id, 1, 6)
                .digits();
        return api.as(RunningApi.KEY)
                .post()
                .uri("/v1/verifications/" + id + "/checks")
                .bodyValue(Map.of("code", code))
                .exchange();
    }

    private static void sent(String id) {
        api.tell(Topics.DM_ATTEMPTED, id, api.report(id, 1, DmOutcome.SENT).build());
        status(id, "$.delivery.status", "sent");
    }

    private static void status(String id, String path, String value) {
        await().atMost(TIME_OUT)
                .untilAsserted(() -> api.as(RunningApi.KEY)
                        .get()
                        .uri("/v1/verifications/" + id)
                        .exchange()
                        .expectBody()
                        .jsonPath(path)
                        .isEqualTo(value));
    }

    private static String idOf(ResponseSpec response) {
        Map<?, ?> body = response.expectBody(Map.class).returnResult().getResponseBody();
        return String.valueOf(Objects.requireNonNull(body).get("id"));
    }
}
