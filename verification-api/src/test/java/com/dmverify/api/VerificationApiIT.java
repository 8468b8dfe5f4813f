package com.dmverify.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.codes.CodeKey;
import com.dmverify.codes.KeyRing;
import com.dmverify.codes.OneTimeCodes;
import com.dmverify.events.DmOutcome;
import com.dmverify.events.DmReason;
import com.dmverify.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@ExtendWith(SharedApi.class)
class VerificationApiIT {

    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static RunningApi api;

    private final OneTimeCodes codes =
            new OneTimeCodes(new KeyRing(List.of(CodeKey.ofBase64("k1", RunningApi.SECRET))));

    @BeforeAll
    static void start(RunningApi shared) {
        api = shared;
    }

    @Test
    void aVerificationFromTheRequestToTheVerdict() {
        // Given
        String id = open();
        sent(id);

        // When
        check(id, wrong(id)).expectStatus().isOk().expectBody().json("""
                {"result":"incorrect","status":"pending","attempts_remaining":4}""");
        check(id, code(id)).expectStatus().isOk().expectBody().json("""
                {"result":"approved","status":"verified","verified_at":"2026-11-20T10:00:00Z",
                 "target":{"user_id":"2000000000000000002","handle":"bob"}}""");

        // Then
        problem(check(id, code(id)), 409, "already_verified");
        await().untilAsserted(() -> assertThat(api.namesOf(Topics.VERIFICATION_EVENTS, id))
                .containsExactly("VerificationOpened", "CodeSent", "IncorrectCodeEntered", "VerificationSucceeded"));
        await().untilAsserted(() ->
                assertThat(api.namesOf(Topics.VERIFICATION_REQUESTED, id)).containsExactly("VerificationRequested"));
        await().untilAsserted(() -> assertThat(api.recordsOf(Topics.VERIFICATION_REQUESTED, id))
                .extracting(ConsumerRecord::key)
                .containsExactly("demo"));
    }

    @Test
    void theAnswerToAStartIsWhatTheContractShows() {
        platform()
                .post()
                .uri("/v1/verifications")
                .bodyValue(Map.of(
                        "target",
                        Map.of("handle", "https://x.com/Carol_" + PEOPLE.incrementAndGet()),
                        "locale",
                        "en",
                        "purpose",
                        "Link your X account to Example",
                        "reference",
                        "order-42",
                        "metadata",
                        Map.of("plan", "pro"),
                        "consent",
                        Map.of("at", "2026-11-20T10:00:00Z", "text_version", "3")))
                .exchange()
                .expectStatus()
                .isAccepted()
                .expectHeader()
                .valueMatches("Location", "/v1/verifications/ver_[0-9a-z]{26}")
                .expectBody()
                .json("""
                        {"status":"pending","mode":"dm_out","target":{"user_id":null},
                         "delivery":{"status":"queued","deadline":"2026-11-20T10:05:00Z","eta":null,"reason":null,"next_action":null},
                         "attempts_remaining":5,
                         "resend":{"remaining":2,"available_at":"2026-11-20T10:01:00Z"},
                         "created_at":"2026-11-20T10:00:00Z","expires_at":null,
                         "reference":"order-42","metadata":{"plan":"pro"}}""")
                .jsonPath("$.target.handle")
                .value(handle -> assertThat(String.valueOf(handle)).startsWith("Carol_"));
    }

    @Test
    void aCheckBeforeTheMessageLeftSaysSo() {
        String id = open();

        problem(check(id, code(id)), 409, "not_sent_yet");

        get(id).jsonPath("$.attempts_remaining").isEqualTo(5);
    }

    @Test
    void aCheckThatIsFasterThanTheReportWaitsForIt() {
        // Given: the user has the code, the report is on its way
        String id = open();
        api.tell(Topics.DM_ATTEMPTED, id, api.report(id, 1, DmOutcome.SENT).build());

        // When
        check(id, code(id)).expectStatus().isOk();

        // Then
        get(id).jsonPath("$.status").isEqualTo("verified");
    }

    @Test
    void fiveWrongCodesAreTheEnd() {
        String id = open();
        sent(id);
        for (int i = 0; i < 5; i++) {
            check(id, wrong(id)).expectStatus().isOk();
        }

        problem(check(id, code(id)), 410, "exhausted");
        get(id).jsonPath("$.status").isEqualTo("exhausted").jsonPath("$.reason").isEmpty();
    }

    @Test
    void aFollowSendsTheWaitingVerificationAgain() {
        // Given
        String id = open();
        closed(id, "31");
        get(id).jsonPath("$.delivery.next_action.type")
                .isEqualTo("follow")
                .jsonPath("$.delivery.next_action.url")
                .isEqualTo("https://x.com/intent/follow?screen_name=dmverify_demo");

        // When
        api.tell(Topics.X_ACTIVITY, "31", api.follow("31"));

        // Then
        await().untilAsserted(() -> assertThat(api.namesOf(Topics.VERIFICATION_REQUESTED, id))
                .containsExactly("VerificationRequested", "VerificationRequested"));
        get(id).jsonPath("$.delivery.status").isEqualTo("queued");
    }

    @Test
    void aFollowThatIsHeardBeforeTheRefusalCountsToo() {
        // Given: the follow of 32, and behind it in the same partition one that shows when it was heard
        String marker = open();
        closed(marker, "33");
        String id = open();
        api.tell(Topics.X_ACTIVITY, "one-partition", api.follow("32"));
        api.tell(Topics.X_ACTIVITY, "one-partition", api.follow("33"));
        await().untilAsserted(() ->
                assertThat(api.namesOf(Topics.VERIFICATION_REQUESTED, marker)).hasSize(2));
        await().untilAsserted(() ->
                assertThat(api.namesOf(Topics.VERIFICATION_REQUESTED, id)).hasSize(1));

        // When
        api.tell(
                Topics.DM_ATTEMPTED,
                id,
                api.report(id, 1, DmOutcome.REFUSED)
                        .setReason(DmReason.TARGET_CLOSED)
                        .setRecipientUserId("32")
                        .build());

        // Then
        await().untilAsserted(() ->
                assertThat(api.namesOf(Topics.VERIFICATION_REQUESTED, id)).hasSize(2));
    }

    @Test
    void verificationsAreFoundByReference() {
        String handle = someone();
        String id = idOf(platform()
                .post()
                .uri("/v1/verifications")
                .bodyValue(Map.of("target", Map.of("handle", handle), "reference", "ref-" + handle))
                .exchange());

        platform()
                .get()
                .uri("/v1/verifications?reference=ref-" + handle)
                .exchange()
                .expectBody()
                .jsonPath("$.data.length()")
                .isEqualTo(1)
                .jsonPath("$.next_cursor")
                .isEqualTo(null)
                .jsonPath("$.data[0].id")
                .isEqualTo(id);
        api.as("dmv_other")
                .get()
                .uri("/v1/verifications?reference=ref-" + handle)
                .exchange()
                .expectBody()
                .json("""
                        {"data":[],"next_cursor":null}""");
    }

    @Test
    void resendHasACoolDown() {
        String id = open();
        problem(resend(id), 409, "not_sent_yet");
        sent(id);

        ResponseSpec early = resend(id);

        early.expectHeader().valueEquals("Retry-After", "60");
        problem(early, 429, "cool_down");
    }

    @Test
    void cancelIsTheEnd() {
        String id = open();

        cancel(id).expectStatus().isOk().expectBody().jsonPath("$.status").isEqualTo("canceled");
        cancel(id).expectStatus().isOk();
        problem(check(id, code(id)), 410, "canceled");
    }

    @Test
    void badInputIsNamedFieldByField() {
        problem(post(Map.of()), 400, "invalid_request");
        problem(post(Map.of("target", Map.of("handle", "not a handle"))), 400, "invalid_request");
        problem(post(Map.of("target", Map.of("handle", "a", "user_id", "1"))), 400, "invalid_request");
        problem(post(Map.of("target", Map.of("user_id", "twelve"))), 400, "invalid_request");
        problem(post(Map.of("target", "jack")), 400, "invalid_request");
        post(Map.of("target", Map.of("handle", "jack"), "purpose", "x".repeat(121)))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/purpose");
        post(Map.of("target", Map.of("handle", "jack"), "mode", "telepathy"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/mode");
        problem(
                platform()
                        .post()
                        .uri("/v1/verifications")
                        .header("Content-Type", "application/json")
                        .bodyValue("{\"target\":")
                        .exchange(),
                400,
                "invalid_request");
    }

    @Test
    void aTryIsNeverLostOverForm() {
        // Given
        String id = open();
        sent(id);

        // When: what is no code is no try
        for (String none : List.of("12345", "12345678901", "", "abcdef", "12345x", "\ud83d")) {
            problem(check(id, none), 400, "invalid_request");
        }
        get(id).jsonPath("$.attempts_remaining").isEqualTo(5);

        // Then: as people paste it
        String code = code(id);
        String pasted = "\u200e" + code.substring(0, 3) + "\u00a0\u2212\u200b" + code.substring(3) + "\u3000\u00ad\n";
        String wide = pasted.chars()
                .map(c -> c >= '0' && c <= '9' ? c - '0' + '０' : c)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        check(id, wide).expectStatus().isOk().expectBody().jsonPath("$.result").isEqualTo("approved");
    }

    @Test
    void aCodeIsAText() {
        String id = open();
        platform()
                .post()
                .uri("/v1/verifications/" + id + "/checks")
                .header("Content-Type", "application/json")
                .bodyValue("{\"code\":493021}")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/code");
    }

    @Test
    void whoeverHasNoKeyIsTurnedAway() {
        String id = open();

        problem(api.as("").get().uri("/v1/verifications/" + id).exchange(), 401, "unauthenticated");
        problem(api.as("dmv_wrong").get().uri("/v1/verifications/" + id).exchange(), 401, "unauthenticated");
        problem(api.as("dmv_other").get().uri("/v1/verifications/" + id).exchange(), 404, "not_found");
        problem(
                api.as(RunningApi.READ_ONLY_KEY)
                        .post()
                        .uri("/v1/verifications/" + id + "/cancel")
                        .exchange(),
                403,
                "forbidden");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        problem(platform().get().uri("/v1/verifications/ver_nonsense").exchange(), 404, "not_found");
        problem(
                platform()
                        .get()
                        .uri("/v1/verifications/ver_00000000000000000000000000")
                        .exchange(),
                404,
                "not_found");
        problem(platform().get().uri("/v1/nonsense").exchange(), 404, "not_found");
        ResponseSpec wrongMethod = platform().delete().uri("/v1/verifications").exchange();
        wrongMethod.expectHeader().exists("Allow");
        problem(wrongMethod, 405, "method_not_allowed");
        problem(platform().get().uri("/v1/verifications").exchange(), 400, "invalid_request");
    }

    @Test
    void aBodyThatIsTooLargeOrNoJsonIsTurnedAway() {
        problem(
                post(Map.of("target", Map.of("handle", "jack"), "purpose", "x".repeat(70_000))),
                413,
                "payload_too_large");
        problem(
                platform()
                        .post()
                        .uri("/v1/verifications")
                        .header("Content-Type", "text/plain")
                        .bodyValue("target=jack")
                        .exchange(),
                415,
                "unsupported_media_type");
    }

    @Test
    void metadataIsNamedByTheCallersOwnKeys() {
        post(Map.of("target", Map.of("handle", "jack"), "metadata", Map.of("planType", "x".repeat(257))))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/metadata/planType");
    }

    @Test
    void theTraceOfTheCallerIsKept() {
        platform()
                .get()
                .uri("/v1/verifications/ver_nonsense")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .exchange()
                .expectBody()
                .jsonPath("$.trace_id")
                .isEqualTo("0af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void operatorsSeeHealthAndMetricsOnAPortOfTheirOwn() {
        WebTestClient operator = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + api.managementPort())
                .build();

        operator.get()
                .uri("/actuator/health/readiness")
                .exchange()
                .expectStatus()
                .isOk();
        operator.get()
                .uri("/actuator/health/liveness")
                .exchange()
                .expectStatus()
                .isOk();
        operator.get().uri("/actuator/prometheus").exchange().expectStatus().isOk();
    }

    private static WebTestClient platform() {
        return api.as(RunningApi.KEY);
    }

    private static String someone() {
        return "person_" + PEOPLE.incrementAndGet();
    }

    private static String open() {
        return idOf(start(someone()).expectStatus().isAccepted());
    }

    private static ResponseSpec start(String handle) {
        return post(Map.of("target", Map.of("handle", handle)));
    }

    private static ResponseSpec post(Map<String, ?> body) {
        return platform().post().uri("/v1/verifications").bodyValue(body).exchange();
    }

    private static void sent(String id) {
        api.tell(Topics.DM_ATTEMPTED, id, api.report(id, 1, DmOutcome.SENT).build());
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> get(id).jsonPath("$.delivery.status").isEqualTo("sent"));
    }

    private static void closed(String id, String user) {
        api.tell(
                Topics.DM_ATTEMPTED,
                id,
                api.report(id, 1, DmOutcome.REFUSED)
                        .setReason(DmReason.TARGET_CLOSED)
                        .setRecipientUserId(user)
                        .build());
        await().untilAsserted(() -> get(id).jsonPath("$.delivery.status").isEqualTo("awaiting_user_action"));
    }

    private static WebTestClient.BodyContentSpec get(String id) {
        return platform().get().uri("/v1/verifications/" + id).exchange().expectBody();
    }

    private static ResponseSpec check(String id, String code) {
        return platform()
                .post()
                .uri("/v1/verifications/" + id + "/checks")
                .bodyValue(Map.of("code", code))
                .exchange();
    }

    private static ResponseSpec resend(String id) {
        return platform().post().uri("/v1/verifications/" + id + "/resend").exchange();
    }

    private static ResponseSpec cancel(String id) {
        return platform().post().uri("/v1/verifications/" + id + "/cancel").exchange();
    }

    private String code(String id) {
        return codes.derive("k1", id, 1, 6).digits();
    }

    private String wrong(String id) {
        return "%06d".formatted((Integer.parseInt(code(id)) + 1) % 1_000_000);
    }

    private static String idOf(ResponseSpec response) {
        Map<?, ?> body = response.expectBody(Map.class).returnResult().getResponseBody();
        return String.valueOf(Objects.requireNonNull(body).get("id"));
    }

    private static void problem(ResponseSpec response, int status, String code) {
        response.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code)
                .jsonPath("$.type")
                .isEqualTo("urn:dm-verify:problem:" + code)
                .jsonPath("$.title")
                .exists()
                .jsonPath("$.status")
                .isEqualTo(status)
                .jsonPath("$.detail")
                .exists()
                .jsonPath("$.trace_id")
                .exists();
    }
}
