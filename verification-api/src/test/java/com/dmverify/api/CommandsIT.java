package com.dmverify.api;

import static com.dmverify.schemas.Topics.VERIFICATION_COMMANDS;
import static com.dmverify.schemas.Topics.VERIFICATION_EVENTS;
import static com.dmverify.schemas.Topics.VERIFICATION_REQUESTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.codes.CodeKey;
import com.dmverify.codes.KeyRing;
import com.dmverify.codes.OneTimeCodes;
import com.dmverify.events.CommandRejected;
import com.dmverify.events.DmOutcome;
import com.dmverify.events.RequestVerification;
import com.dmverify.events.VerificationRequested;
import com.dmverify.local.LocalKafka;
import com.dmverify.local.LocalRedis;
import com.dmverify.local.LocalServices;
import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** The only tenant's services speak through the shared topics, and get what REST would answer. */
class CommandsIT {

    private static final Duration TIME_OUT = Duration.ofSeconds(60);
    private static final LocalKafka KAFKA = LocalKafka.builder().build();
    private static final LocalRedis REDIS = LocalRedis.builder().build();
    private static RunningApi api;
    private static TestCommands service;

    @BeforeAll
    static void start() {
        api = RunningApi.ofOneTenant(LocalServices.start(KAFKA, REDIS));
        service = new TestCommands(api, VERIFICATION_COMMANDS, VERIFICATION_EVENTS);
    }

    @AfterAll
    static void stop() {
        api.close();
        REDIS.close();
        KAFKA.close();
    }

    @Test
    void whatACommandStartedIsCheckedByRest() {
        // Given
        String command = TestCommands.newId();
        RequestVerification start = TestCommands.startOf(command, "@cmd_rest")
                .setLocale("de-DE")
                .setPurpose("Link your account")
                .setMetadata(Map.of("plan", "pro"))
                .setConsentAt(api.clock.instant())
                .setConsentTextVersion("3")
                .build();

        // When
        service.start(start);

        // Then
        var opened = service.awaitOpened(command);
        String id = opened.getVerificationId();
        assertThat(opened.getTenant()).isEqualTo("acme");
        assertThat(opened.getMetadata()).isEqualTo(Map.of("plan", "pro"));
        assertThat(orders(id)).singleElement().satisfies(order -> {
            assertThat(order.getTargetHandle()).isEqualTo("cmd_rest");
            assertThat(order.getLocale()).isEqualTo("de-DE");
            assertThat(order.getPurpose()).isEqualTo("Link your account");
        });
        sent(id, 1);
        check(id).expectStatus().isOk().expectBody().jsonPath("$.result").isEqualTo("approved");
        await().atMost(TIME_OUT)
                .untilAsserted(() -> assertThat(service.eventsOf(id))
                        .containsExactlyInAnyOrder("VerificationOpened", "CodeSent", "VerificationSucceeded"));
    }

    @Test
    void aCommandIdAndAnIdempotencyKeyAreTheSame() {
        String command = TestCommands.newId();
        String id = service.started(command, "cmd_same_key");

        ResponseSpec answer = startByRest(
                "\"" + command + "\"", Map.of("target", Map.of("handle", "cmd_same_key"), "reference", command));

        answer.expectStatus().isOk().expectBody().jsonPath("$.id").isEqualTo(id);
    }

    @Test
    void aResendThatIsDeliveredThreeTimesIsOneOrder() {
        // Given: started by REST
        String id = idOf(startByRest(TestCommands.newId(), Map.of("target", Map.of("handle", "cmd_resend"))));
        sent(id, 1);
        String command = TestCommands.newId();

        // When: each delivery comes when another message would be allowed
        api.clock.advance(Duration.ofSeconds(61));
        service.resend(command, id);
        await().atMost(TIME_OUT).untilAsserted(() -> assertThat(orders(id)).hasSize(2));
        sent(id, 2);
        api.clock.advance(Duration.ofSeconds(61));
        service.resend(command, id);
        service.resend(command, id);
        // Behind them, in the same partition
        service.tell(command, TestCommands.startOf(command, "cmd_r_marker").build());

        // Then
        service.awaitOpened(command);
        assertThat(orders(id)).hasSize(2);
        assertThat(service.rejected(command)).isEmpty();
    }

    @Test
    void aVerificationIsCanceledByCommandOnceAndForAll() {
        String id = service.started(TestCommands.newId(), "cmd_cancel");
        String command = TestCommands.newId();

        service.cancel(command, id);
        service.cancel(command, id);
        service.tell(command, TestCommands.startOf(command, "cmd_c_marker").build());

        service.awaitOpened(command);
        assertThat(service.eventsOf(id)).containsExactlyInAnyOrder("VerificationOpened", "VerificationCanceled");
        assertThat(service.rejected(command)).isEmpty();
    }

    @Test
    void whatCannotBeDoneIsRejectedWithTheProblemOfRest() {
        // Given
        String known = TestCommands.newId();
        String id = service.started(known, "cmd_rejected");
        String unusable = TestCommands.newId();
        String nowhere = TestCommands.newId();
        String early = TestCommands.newId();

        // When
        service.start(
                TestCommands.startOf(unusable, "cmd_rejected").setLocale("?").build());
        service.start(TestCommands.startOf(known, "cmd_other").build());
        service.cancel(nowhere, "ver_nowhere");
        service.resend(early, id);

        // Then
        is(service.awaitRejected(unusable), 400, "invalid_request");
        assertThat(service.awaitRejected(unusable).getReference()).isEqualTo(unusable);
        assertThat(service.awaitRejected(unusable).getDetail()).contains("/locale");
        is(service.awaitRejected(known), 422, "idempotency_conflict");
        is(service.awaitRejected(nowhere), 404, "not_found");
        is(service.awaitRejected(early), 409, "not_sent_yet");
        assertThat(service.awaitRejected(early).getRetryAfterSeconds()).isEqualTo(5);
        assertThat(service.rejections(early)).allSatisfy(record -> {
            assertThat(record.key()).isEqualTo(early);
            assertThat(header(record, "ce_type")).isEqualTo("com.dmverify.events.CommandRejected");
        });
    }

    @Test
    void aLimitOfRestHoldsForCommands() {
        for (int i = 0; i < 3; i++) {
            startByRest(TestCommands.newId(), Map.of("target", Map.of("handle", "cmd_limited")))
                    .expectStatus()
                    .isAccepted();
        }
        String command = TestCommands.newId();

        service.start(TestCommands.startOf(command, "cmd_limited").build());

        is(service.awaitRejected(command), 429, "limited");
        assertThat(service.awaitRejected(command).getRetryAfterSeconds()).isPositive();
    }

    @Test
    void aCommandWithoutIdIsRejected() {
        service.tell(
                "no-id",
                TestCommands.startOf("", "cmd_no_id").setReference("no-id").build());

        is(service.awaitRejected(""), 400, "invalid_request");
        assertThat(service.awaitRejected("").getReference()).isEqualTo("no-id");
        assertThat(service.opened("no-id")).isEmpty();
    }

    @Test
    void anUnknownSchemaIsRejectedAtOnceAndGarbageIsADeadLetter() {
        // Given
        byte[] unknown = new EventCodec().encode(TestCommands.startOf("a", "b").build());
        unknown[2]++;

        // When
        service.tell("cmd-unknown", unknown);
        service.tell("cmd-unknown", new EventCodec().encode(api.follow("1")));
        service.tell("cmd-unknown", new byte[] {1, 2, 3});
        service.tell(
                "cmd-unknown", TestCommands.startOf("cmd-behind", "cmd_behind").build());

        // Then
        service.awaitOpened("cmd-behind");
        await().atMost(TIME_OUT)
                .untilAsserted(() -> assertThat(service.rejected("cmd-unknown")).hasSize(2));
        assertThat(service.rejected("cmd-unknown")).allSatisfy(answer -> is(answer, 400, "invalid_request"));
        await().atMost(TIME_OUT)
                .untilAsserted(() -> assertThat(api.heard().stream()
                                .filter(record -> record.topic().equals(VERIFICATION_COMMANDS + Topics.DLT)))
                        .singleElement()
                        .satisfies(letter -> assertThat(letter.value()).containsExactly(1, 2, 3)));
    }

    @Test
    void whatWouldBe503IsTriedAgainAndNeverRejected() {
        // Given
        String command = TestCommands.newId();
        String failed = "kafka_records_failed_total{";
        double before = api.counted(failed);
        REDIS.stop();

        // When
        service.tell("", TestCommands.startOf("", "cmd_away").build());
        service.start(TestCommands.startOf(command, "cmd_away").build());
        await().atMost(TIME_OUT)
                .untilAsserted(() -> assertThat(api.counted(failed)).isGreaterThan(before + 1));
        REDIS.start();

        // Then
        service.awaitOpened(command);
        assertThat(service.rejected(command)).isEmpty();
    }

    @Test
    void aFullOutboxIsNoRejectionEither() {
        // Given: a service whose outbox takes one record, and has one that cannot be published
        String blue = "blue.";
        try (RunningApi full = RunningApi.ofOneTenant(
                LocalServices.start(KAFKA, REDIS),
                "dm-verify.topics.prefix=" + blue,
                "dm-verify.state.outbox-most=1")) {
            full.alsoHears(blue + VERIFICATION_EVENTS);
            TestCommands asking = new TestCommands(full, blue + VERIFICATION_COMMANDS, blue + VERIFICATION_EVENTS);
            List<String> outboxes =
                    IntStream.range(0, 64).mapToObj(RunningApi::outbox).toList();
            outboxes.forEach(full::putDamagedEntry);

            // When
            String command = TestCommands.newId();
            asking.start(TestCommands.startOf(command, "cmd_full").build());
            await().atMost(TIME_OUT)
                    .untilAsserted(() -> assertThat(full.counted("kafka_records_failed_total{"))
                            .isGreaterThan(2));
            outboxes.forEach(outbox -> full.redis().delete(outbox).block());

            // Then
            asking.awaitOpened(command);
            assertThat(asking.rejected(command)).isEmpty();
        }
    }

    private static void is(CommandRejected answer, int status, String code) {
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(answer.getProblemCode()).isEqualTo(code);
        assertThat(answer.getDetail()).isNotBlank();
    }

    private static List<VerificationRequested> orders(String id) {
        EventCodec codec = new EventCodec();
        await().atMost(TIME_OUT)
                .untilAsserted(() ->
                        assertThat(api.recordsOf(VERIFICATION_REQUESTED, id)).isNotEmpty());
        return api.recordsOf(VERIFICATION_REQUESTED, id).stream()
                .map(record -> (VerificationRequested) codec.decode(record.value()))
                .toList();
    }

    private static void sent(String id, int dispatch) {
        api.tell(
                Topics.DM_ATTEMPTED,
                id,
                api.report(id, dispatch, DmOutcome.SENT).build());
        await().atMost(TIME_OUT)
                .untilAsserted(() -> api.as(RunningApi.KEY)
                        .get()
                        .uri("/v1/verifications/" + id)
                        .exchange()
                        .expectBody()
                        .jsonPath("$.delivery.status")
                        .isEqualTo("sent"));
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

    private static ResponseSpec startByRest(String key, Map<String, Object> body) {
        return api.as(RunningApi.KEY)
                .post()
                .uri("/v1/verifications")
                .header("Idempotency-Key", key)
                .bodyValue(body)
                .exchange();
    }

    private static String idOf(ResponseSpec response) {
        Map<?, ?> body = response.expectBody(Map.class).returnResult().getResponseBody();
        return String.valueOf(Objects.requireNonNull(body).get("id"));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(
                Objects.requireNonNull(record.headers().lastHeader(name)).value(), StandardCharsets.UTF_8);
    }
}
