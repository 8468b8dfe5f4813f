package com.dmverify.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.codes.CodeKey;
import com.dmverify.codes.KeyRing;
import com.dmverify.codes.OneTimeCodes;
import com.dmverify.events.DmOutcome;
import com.dmverify.events.SwitchChanged;
import com.dmverify.local.LocalKafka;
import com.dmverify.local.LocalRedis;
import com.dmverify.local.LocalServices;
import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** What operators stop, opt out and export, on the management port. */
class OperatorIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(90);
    private static final String SECOND_SECRET =
            Base64.getEncoder().encodeToString("fedcba9876543210fedcba9876543210".getBytes(StandardCharsets.US_ASCII));
    /** Of its own: what is stopped here is stopped for all who read the topic. */
    private static final LocalKafka KAFKA = LocalKafka.builder().build();

    private static final LocalRedis REDIS = LocalRedis.builder().build();
    private static LocalServices services;
    private static RunningApi api;

    @BeforeAll
    static void start() {
        services = LocalServices.start(KAFKA, REDIS);
        api = new RunningApi(
                services,
                "dm-verify.codes.keys[1].id=k2",
                "dm-verify.codes.keys[1].secret=" + SECOND_SECRET,
                "dm-verify.limits.starts-per-target-hour=0",
                "dm-verify.limits.starts-per-target-day=0");
    }

    @AfterAll
    static void stop() {
        api.close();
        REDIS.close();
        KAFKA.close();
    }

    @Test
    void aStoppedTenantStartsAndResendsNothingUntilItRunsAgain() {
        // Given
        String id = idOf(start(RunningApi.OTHER_TENANT_KEY, "8001"));
        sent(id, "8001");
        api.clock.advance(Duration.ofSeconds(61));

        // When
        change("tenant", "other", "stopped").expectStatus().isOk();

        // Then
        stopped(start(RunningApi.OTHER_TENANT_KEY, "8001"));
        stopped(resend(RunningApi.OTHER_TENANT_KEY, id));
        start(RunningApi.KEY, "8001").expectStatus().isAccepted();
        change("tenant", "other", "running").expectStatus().isOk();
        resend(RunningApi.OTHER_TENANT_KEY, id).expectStatus().isAccepted();
        start(RunningApi.OTHER_TENANT_KEY, "8001").expectStatus().isAccepted();
    }

    @Test
    void nothingIsStartedForAStoppedTarget() {
        change("target", "8002", "stopped").expectStatus().isOk();
        change("target", "@Stopped_8002", "stopped").expectStatus().isOk();

        stopped(start(RunningApi.KEY, "8002"));
        stopped(api.as(RunningApi.KEY)
                .post()
                .uri("/v1/verifications")
                .bodyValue(Map.of("target", Map.of("handle", "stopped_8002")))
                .exchange());
        start(RunningApi.KEY, "8003").expectStatus().isAccepted();
    }

    @Test
    void noCodeOfAStoppedKeyIsAcceptedOrMade() {
        // Given
        String before = idOf(start(RunningApi.KEY, "8004"));
        sent(before, "8004");
        api.clock.advance(Duration.ofSeconds(61));

        // When
        change("code-key", "k1", "stopped").expectStatus().isOk();

        // Then
        check(before, "k1", 1)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("not_sent_yet");
        get(before)
                .expectBody()
                .jsonPath("$.attempts_remaining")
                .isEqualTo(5)
                .jsonPath("$.delivery.status")
                .isEqualTo("queued");
        report(before, "8004", 2);
        await().atMost(TIMEOUT)
                .untilAsserted(() ->
                        check(before, "k2", 2).expectBody().jsonPath("$.result").isEqualTo("approved"));
        change("code-key", "k1", "running").expectStatus().isOk();
    }

    @Test
    void whatDoesNotExistIsNotStoppedAndAChangeNeedsTheScope() {
        change("tenant", "acmee", "stopped").expectStatus().isNotFound();
        change("code-key", "k9", "stopped").expectStatus().isNotFound();
        change("tenants", "acme", "stopped").expectStatus().isBadRequest();
        change("tenant", "acme", "off").expectStatus().isBadRequest();
        operator(RunningApi.KEY)
                .post()
                .uri("/operator/switches")
                .bodyValue(Map.of("kind", "tenant", "name", "acme", "state", "stopped"))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void aChangeIsARecordThatNamesTheOperatorAndEveryReplicaReadsItFromTheBeginning() {
        change("account", "demo", "stopped").expectStatus().isOk();
        try (RunningApi replica = new RunningApi(services)) {
            await().atMost(TIMEOUT)
                    .untilAsserted(() -> assertThat(listed(replica)).contains("demo"));
        }
        change("account", "demo", "running").expectStatus().isOk();

        assertThat(listed(api)).doesNotContain("\"demo\"");
        SwitchChanged record = (SwitchChanged) new EventCodec().decode(api.lastOn(Topics.SWITCHES, "account:demo"));
        assertThat(record.getChangedBy()).startsWith("acme ");
    }

    @Test
    void anOptOutOfAnOperatorIsOneOfThePerson() {
        String id = idOf(start(RunningApi.KEY, "8006"));

        optOut("8006", "opted_out").expectStatus().isOk();

        start(RunningApi.KEY, "8006")
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("opted_out");
        get(id).expectBody().jsonPath("$.reason").isEqualTo("opted_out");
        await().atMost(TIMEOUT)
                .untilAsserted(() ->
                        assertThat(body("/operator/opt-outs?account=demo")).contains("\"8006\""));

        api.clock.advance(Duration.ofSeconds(1));
        optOut("8006", "opted_in").expectStatus().isOk();
        start(RunningApi.KEY, "8006").expectStatus().isAccepted();
        await().atMost(TIMEOUT)
                .untilAsserted(() ->
                        assertThat(body("/operator/opt-outs?account=demo")).doesNotContain("\"8006\""));
    }

    @Test
    void whatIsHeldAboutAPersonIsExportedOverAllTenants() {
        String ours = idOf(start(RunningApi.KEY, "8007"));
        String theirs = idOf(start(RunningApi.OTHER_TENANT_KEY, "8007"));

        String export = operator(RunningApi.OPERATOR_KEY)
                .post()
                .uri("/operator/export")
                .bodyValue(Map.of("user_id", "8007"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(export).contains(ours, theirs, "\"verification.events\"");
    }

    private static ResponseSpec change(String kind, String name, String state) {
        return operator(RunningApi.OPERATOR_KEY)
                .post()
                .uri("/operator/switches")
                .bodyValue(Map.of("kind", kind, "name", name, "state", state))
                .exchange();
    }

    private static ResponseSpec optOut(String userId, String state) {
        return operator(RunningApi.OPERATOR_KEY)
                .post()
                .uri("/operator/opt-outs")
                .bodyValue(Map.of("account", "demo", "user_id", userId, "state", state))
                .exchange();
    }

    private static String listed(RunningApi replica) {
        return get(replica, "/operator/switches");
    }

    private static String body(String path) {
        return get(api, path);
    }

    private static String get(RunningApi replica, String path) {
        return operator(replica, RunningApi.OPERATOR_KEY)
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    private static void stopped(ResponseSpec response) {
        response.expectStatus().isForbidden().expectBody().jsonPath("$.code").isEqualTo("stopped");
    }

    private static ResponseSpec start(String apiKey, String user) {
        return api.as(apiKey)
                .post()
                .uri("/v1/verifications")
                .bodyValue(Map.of("target", Map.of("user_id", user)))
                .exchange();
    }

    private static ResponseSpec resend(String apiKey, String id) {
        return api.as(apiKey).post().uri("/v1/verifications/" + id + "/resend").exchange();
    }

    private static ResponseSpec check(String id, String keyId, int version) {
        String code = new OneTimeCodes(new KeyRing(
                        Stream.of(CodeKey.ofBase64("k1", RunningApi.SECRET), CodeKey.ofBase64("k2", SECOND_SECRET))
                                .toList()))
                .derive(keyId, id, version, 6)
                .digits();
        return api.as(RunningApi.KEY)
                .post()
                .uri("/v1/verifications/" + id + "/checks")
                .bodyValue(Map.of("code", code))
                .exchange();
    }

    private static ResponseSpec get(String id) {
        return api.as(RunningApi.KEY).get().uri("/v1/verifications/" + id).exchange();
    }

    private static void sent(String id, String user) {
        report(id, user, 1);
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(
                                List.of(state(RunningApi.KEY, id), state(RunningApi.OTHER_TENANT_KEY, id)))
                        .anyMatch(text -> text.contains("\"status\":\"sent\"")));
    }

    private static String state(String apiKey, String id) {
        return String.valueOf(api.as(apiKey)
                .get()
                .uri("/v1/verifications/" + id)
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private static void report(String id, String user, int dispatch) {
        api.tell(
                Topics.DM_ATTEMPTED,
                id,
                api.report(id, dispatch, DmOutcome.SENT)
                        .setRecipientUserId(user)
                        .setRecipientHandle("person_" + user)
                        .build());
    }

    private static WebTestClient operator(String apiKey) {
        return operator(api, apiKey);
    }

    private static WebTestClient operator(RunningApi replica, String apiKey) {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + replica.managementPort())
                .responseTimeout(Duration.ofSeconds(60))
                .defaultHeaders(headers -> headers.setBearerAuth(apiKey))
                .build();
    }

    private static String idOf(ResponseSpec response) {
        Map<?, ?> body = response.expectStatus()
                .isAccepted()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return String.valueOf(Objects.requireNonNull(body).get("id"));
    }
}
