package com.dmverify.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.codes.CodeKey;
import com.dmverify.codes.KeyRing;
import com.dmverify.codes.OneTimeCodes;
import com.dmverify.events.DmOutcome;
import com.dmverify.schemas.Topics;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Every start is a verification of its own, unless it is the same request; and there are only so many for a target. */
@ExtendWith(SharedApi.class)
class StartIT {

    private static final Duration TIME_OUT = Duration.ofSeconds(60);
    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static RunningApi api;

    @BeforeAll
    static void start(RunningApi shared) {
        api = shared;
    }

    @Test
    void twoEqualStartsAreTwoVerificationsWithTwoCodes() {
        Map<String, Object> body =
                Map.of("target", Map.of("handle", person()), "purpose", "Link", "reference", "signup");

        String first = idOf(start(body).expectStatus().isAccepted());
        String second = idOf(start(body).expectStatus().isAccepted());

        assertThat(second).isNotEqualTo(first);
        assertThat(code(second)).isNotEqualTo(code(first));
        await().atMost(TIME_OUT)
                .untilAsserted(() ->
                        assertThat(api.idsOn(Topics.VERIFICATION_REQUESTED)).contains(first, second));
    }

    @Test
    void manyRequestsWithOneKeyAreOneVerificationAndOneOrder() {
        // Given
        String handle = person();
        HttpRequest request = HttpRequest.newBuilder(api.address().resolve("/v1/verifications"))
                .header("Authorization", "Bearer " + RunningApi.KEY)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key())
                .POST(HttpRequest.BodyPublishers.ofString("{\"target\":{\"handle\":\"" + handle + "\"}}"))
                .build();

        // When
        List<HttpResponse<String>> answers;
        try (HttpClient client = HttpClient.newHttpClient()) {
            List<CompletableFuture<HttpResponse<String>>> asked = IntStream.range(0, 200)
                    .mapToObj(i -> client.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
                    .toList();
            answers = asked.stream().map(CompletableFuture::join).toList();
        }

        // Then: nothing was counted but the one that began it
        assertThat(answers)
                .extracting(HttpResponse::statusCode)
                .containsOnlyOnce(202)
                .containsOnly(200, 202);
        List<String> ids = answers.stream()
                .map(answer -> answer.headers().firstValue("Location").orElseThrow())
                .distinct()
                .toList();
        assertThat(ids).hasSize(1);
        String id = ids.getFirst().substring("/v1/verifications/".length());
        String other = idOf(start(target(handle)).expectStatus().isAccepted());
        start(target(handle)).expectStatus().isAccepted();
        await().atMost(TIME_OUT)
                .untilAsserted(() ->
                        assertThat(api.idsOn(Topics.VERIFICATION_REQUESTED)).contains(other));
        await().untilAsserted(() ->
                assertThat(api.namesOf(Topics.VERIFICATION_REQUESTED, id)).hasSize(1));
    }

    @Test
    void theSameRequestFindsTheVerificationAsItIsNow() {
        // Given
        String key = key();
        Map<String, Object> body = target(person());
        String id = idOf(start(body, key).expectStatus().isAccepted());
        api.as(RunningApi.KEY).post().uri("/v1/verifications/" + id + "/cancel").exchange();

        // When, Then: quoted or not, and told by what it says
        start(body, "\"" + key + "\"")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.id")
                .isEqualTo(id)
                .jsonPath("$.status")
                .isEqualTo("canceled");
        start(
                        Map.of(
                                "target",
                                Map.of("handle", "@" + ((Map<?, ?>) body.get("target")).get("handle")),
                                "locale",
                                "en"),
                        key)
                .expectStatus()
                .isOk();
    }

    @Test
    void anotherRequestWithTheKeyIsAConflict() {
        String key = key();
        String handle = person();
        start(target(handle), key).expectStatus().isAccepted();

        for (int i = 0; i < 5; i++) {
            problem(
                    start(Map.of("target", Map.of("handle", handle), "purpose", "Other"), key),
                    422,
                    "idempotency_conflict");
        }

        // A start that made no verification does not count.
        start(target(handle)).expectStatus().isAccepted();
        start(target(handle)).expectStatus().isAccepted();
    }

    @Test
    void aKeyIsTheTenantsOwn() {
        String key = key();
        String handle = person();
        String id = idOf(start(target(handle), key).expectStatus().isAccepted());

        String others = idOf(api.as("dmv_other")
                .post()
                .uri("/v1/verifications")
                .header("Idempotency-Key", key)
                .bodyValue(Map.of("target", Map.of("handle", handle), "purpose", "Other"))
                .exchange()
                .expectStatus()
                .isAccepted());

        assertThat(others).isNotEqualTo(id);
    }

    @Test
    void aRequestThatIsRefusedHasUsedNoKey() {
        // Given: refused for its body, then by a limit
        String key = key();
        String handle = person();
        problem(start(Map.of("target", Map.of()), key), 400, "invalid_request");
        for (int i = 0; i < 3; i++) {
            start(target(handle)).expectStatus().isAccepted();
        }
        problem(start(target(handle), key), 429, "limited");
        api.clock.advance(Duration.ofHours(1));

        // When, Then
        start(target(handle), key).expectStatus().isAccepted();
        start(target(handle), key).expectStatus().isOk();
    }

    @Test
    void aKeyThatCannotBeUsedIsNamed() {
        problem(start(target(person()), "two words"), 400, "invalid_request");
    }

    @Test
    void aTargetIsStartedThreeTimesAnHourWhateverBecomesOfIt() {
        String handle = person();
        int started = 0;
        for (int i = 0; i < 20; i++) {
            ResponseSpec answer = start(Map.of("target", Map.of("handle", handle), "purpose", "Purpose " + i));
            if (i < 3) {
                started++;
                String id = idOf(answer.expectStatus().isAccepted());
                api.as(RunningApi.KEY)
                        .post()
                        .uri("/v1/verifications/" + id + "/cancel")
                        .exchange();
            } else {
                problem(answer, 429, "limited");
            }
        }

        assertThat(started).isEqualTo(3);
        start(target(handle))
                .expectHeader()
                .valueEquals("Retry-After", "3600")
                .expectBody()
                .jsonPath("$.limit")
                .isEqualTo("starts-per-target-hour")
                .jsonPath("$.retry_after")
                .isEqualTo(3600);
    }

    @Test
    void theLimitIsTheSameHoweverTheHandleIsWritten() {
        String handle = person();
        start(target(handle)).expectStatus().isAccepted();
        start(target("@" + handle.toUpperCase(Locale.ROOT))).expectStatus().isAccepted();
        start(target("https://x.com/" + handle)).expectStatus().isAccepted();

        problem(start(target(handle)), 429, "limited");
    }

    @Test
    void tenStartsADayAreAll() {
        String handle = person();
        for (int i = 0; i < 10; i++) {
            start(target(handle)).expectStatus().isAccepted();
            api.clock.advance(Duration.ofMinutes(21));
        }

        start(target(handle))
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .valueEquals(
                        "RateLimit-Policy",
                        "\"starts-per-target-hour\";q=3;w=3600, \"starts-per-target-day\";q=10;w=86400")
                .expectBody()
                .jsonPath("$.limit")
                .isEqualTo("starts-per-target-day");
    }

    @Test
    void aStartTellsWhatIsLeft() {
        start(target(person()))
                .expectHeader()
                .valueEquals(
                        "RateLimit", "\"starts-per-target-hour\";r=2;t=3600, \"starts-per-target-day\";r=9;t=86400");
    }

    @Test
    void aResendWithAKeySendsOnce() {
        // Given
        String id = idOf(start(target(person())));
        sent(id, 1);
        api.clock.advance(Duration.ofMinutes(1));
        String key = key();
        resend(id, key).expectStatus().isAccepted();

        // When: again while it is queued, and after it was sent
        resend(id, key).expectStatus().isAccepted();
        sent(id, 2);
        resend(id, key)
                .expectStatus()
                .isAccepted()
                .expectBody()
                .jsonPath("$.delivery.status")
                .isEqualTo("sent")
                .jsonPath("$.resend.remaining")
                .isEqualTo(1);

        // Then
        problem(resend(id, key()), 429, "cool_down");
        String marker = idOf(start(target(person())));
        await().atMost(TIME_OUT)
                .untilAsserted(() ->
                        assertThat(api.idsOn(Topics.VERIFICATION_REQUESTED)).contains(marker));
        await().untilAsserted(() ->
                assertThat(api.namesOf(Topics.VERIFICATION_REQUESTED, id)).hasSize(2));
    }

    @Test
    void aListShowsTheNewestForCertain() {
        // Given
        String reference = "many-" + UUID.randomUUID();
        String[] newest = new String[100];
        for (int i = 0; i < 150; i++) {
            api.clock.advance(Duration.ofMillis(1));
            String id = idOf(start(Map.of("target", Map.of("handle", person()), "reference", reference)));
            newest[149 - i < 100 ? 149 - i : 0] = id;
        }

        // When, Then
        assertThat(ids("?reference=" + reference)).containsExactly(newest);
        assertThat(ids("?limit=2&reference=" + reference)).containsExactly(newest[0], newest[1]);
    }

    @Test
    void aVerificationIsFoundByEachNameOfItsTarget() {
        String handle = person();
        String id = idOf(start(target(handle)));
        api.tell(
                Topics.DM_ATTEMPTED,
                id,
                api.report(id, 1, DmOutcome.SENT)
                        .setRecipientUserId("2000000000000099001")
                        .setRecipientHandle(handle)
                        .build());

        await().atMost(TIME_OUT)
                .untilAsserted(
                        () -> assertThat(ids("?target=2000000000000099001")).containsExactly(id));
        assertThat(ids("?target=@" + handle.toUpperCase(Locale.ROOT))).containsExactly(id);
        assertThat(ids("?target=@nobody_at_all")).isEmpty();
    }

    @Test
    void aListThatCannotBeMadeSaysWhy() {
        for (String query :
                List.of("", "?reference=a&target=@b", "?reference=a&limit=0", "?reference=a&limit=101", "?target=@")) {
            api.as(RunningApi.KEY)
                    .get()
                    .uri("/v1/verifications" + query)
                    .exchange()
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors[0].parameter")
                    .exists();
        }
    }

    private static List<String> ids(String query) {
        Map<?, ?> body = api.as(RunningApi.KEY)
                .get()
                .uri("/v1/verifications" + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return ((List<?>) Objects.requireNonNull(body).get("data"))
                .stream()
                        .map(one -> String.valueOf(((Map<?, ?>) one).get("id")))
                        .toList();
    }

    private static String person() {
        return "start_" + PEOPLE.incrementAndGet();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static Map<String, Object> target(String handle) {
        return Map.of("target", Map.of("handle", handle));
    }

    private static ResponseSpec start(Map<String, ?> body) {
        return api.as(RunningApi.KEY)
                .post()
                .uri("/v1/verifications")
                .bodyValue(body)
                .exchange();
    }

    private static ResponseSpec start(Map<String, ?> body, String key) {
        return api.as(RunningApi.KEY)
                .post()
                .uri("/v1/verifications")
                .header("Idempotency-Key", key)
                .bodyValue(body)
                .exchange();
    }

    private static ResponseSpec resend(String id, String key) {
        return api.as(RunningApi.KEY)
                .post()
                .uri("/v1/verifications/" + id + "/resend")
                .header("Idempotency-Key", key)
                .exchange();
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

    private static String code(String id) {
        return new OneTimeCodes(new KeyRing(List.of(CodeKey.ofBase64("k1", RunningApi.SECRET))))
                .derive("k1", id, 1, 10)
                .digits();
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
                .isEqualTo(code);
    }
}
