package com.dmverify.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.events.ActivityRecorded;
import com.dmverify.events.DmOutcome;
import com.dmverify.schemas.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.connection.DataType;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What an erase removes, and what stays. */
@ExtendWith(SharedApi.class)
class EraseIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(90);
    private static RunningApi api;

    @BeforeAll
    static void start(RunningApi shared) {
        api = shared;
    }

    @Test
    void aPendingVerificationIsCanceledAndAllOfItIsRemoved() {
        // Given
        String id = idOf(start(
                Map.of("handle", "@Erased_901"), Map.of("reference", "order-901", "metadata", Map.of("k", "m-901"))));
        sent(id, "901", "erased_901");

        // When
        BodyContentSpec erased = erase("901").expectStatus().isOk().expectBody();

        // Then
        erased.jsonPath("$.user_id").isEqualTo("901").jsonPath("$.erased").isEqualTo(1);
        erased.jsonPath("$.canceled").isEqualTo(1);
        get(id).expectStatus().isNotFound();
        assertThat(list("reference=order-901")).doesNotContain(id);
        assertThat(list("target=901")).doesNotContain(id);
        assertThat(list("target=@erased_901")).doesNotContain(id);
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(api.namesOf(Topics.VERIFICATION_EVENTS, id))
                        .containsExactly("VerificationOpened", "CodeSent", "VerificationCanceled"));
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(redisText()).doesNotContain("erased_901", "order-901", "m-901"));
    }

    @Test
    void theAnswerSaysWhichTopicsHoldWhatUntilWhen() {
        erase("902")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.erased")
                .isEqualTo(0)
                .jsonPath("$.remaining[?(@.topic=='verification.events')].until")
                .isEqualTo(api.clock.instant().plus(Duration.ofDays(30)).toString())
                .jsonPath("$.remaining[?(@.topic=='x.activity')].holds")
                .isNotEmpty()
                .jsonPath("$.remaining[?(@.topic=='opt-outs')].until")
                .isEqualTo(null);
    }

    @Test
    void moreVerificationsThanAListShowsAreErased() {
        // Given: as many as a list shows are newer
        String oldest = idOf(start(Map.of("user_id", "903"), Map.of()));
        Flux.range(0, 100)
                .flatMap(i ->
                        api.redis().opsForZSet().add(indexKeyOf(oldest), "ver_" + i, (double) (api.clock.millis() + i)))
                .blockLast();

        // When, Then
        erase("903").expectStatus().isOk().expectBody().jsonPath("$.erased").isEqualTo(1);
        get(oldest).expectStatus().isNotFound();
    }

    @Test
    void anotherTenantsVerificationOfThePersonStays() {
        // Given
        String ours = idOf(start(Map.of("user_id", "904"), Map.of()));
        String theirs = idOf(
                start(RunningApi.OTHER_TENANT_KEY, null, Map.of("user_id", "904"), Map.of("reference", "theirs-904")));

        // When
        erase("904").expectStatus().isOk();

        // Then
        get(ours).expectStatus().isNotFound();
        get(RunningApi.OTHER_TENANT_KEY, theirs)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("pending");
    }

    @Test
    void theIdempotencyKeyOfAnErasedVerificationAnswers404AndSendsNothing() {
        // Given
        String id = idOf(start(RunningApi.KEY, "key-905", Map.of("user_id", "905"), Map.of("reference", "order-905")));
        erase("905").expectStatus().isOk();

        // When
        ResponseSpec again =
                start(RunningApi.KEY, "key-905", Map.of("user_id", "905"), Map.of("reference", "order-905"));

        // Then: the next start is the next order
        again.expectStatus().isNotFound();
        String marker = idOf(start(Map.of("user_id", "1905"), Map.of()));
        await().atMost(TIMEOUT)
                .untilAsserted(() ->
                        assertThat(api.idsOn(Topics.VERIFICATION_REQUESTED)).contains(marker));
        await().untilAsserted(() ->
                assertThat(api.namesOf(Topics.VERIFICATION_REQUESTED, id)).hasSize(1));
        assertThat(redisText()).doesNotContain(id).contains(marker);
    }

    @Test
    void whoOptedOutIsNotWrittenToAfterAnErase() {
        // Given
        String id = idOf(start(Map.of("user_id", "906"), Map.of()));
        ActivityRecorded stop = api.message("906", "STOP");
        api.tell(Topics.X_ACTIVITY, "906", stop);
        await().atMost(TIMEOUT)
                .untilAsserted(() -> get(id).expectBody().jsonPath("$.reason").isEqualTo("opted_out"));

        // When
        erase("906").expectStatus().isOk();

        // Then
        start(Map.of("user_id", "906"), Map.of())
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("opted_out");
    }

    @Test
    void anEraseGivesNoStartBack() {
        // Given
        start(Map.of("user_id", "907"), Map.of()).expectStatus().isAccepted();
        start(Map.of("user_id", "907"), Map.of()).expectStatus().isAccepted();

        // When
        erase("907").expectStatus().isOk();

        // Then
        start(Map.of("user_id", "907"), Map.of()).expectStatus().isAccepted();
        start(Map.of("user_id", "907"), Map.of()).expectStatus().isEqualTo(429);
    }

    @Test
    void anEraseBetweenTenWrongCodesGivesNoneBack() {
        // Given
        String first = idOf(start(Map.of("user_id", "909"), Map.of()));
        sent(first, "909", "erased_909");
        String second = idOf(start(Map.of("user_id", "909"), Map.of()));
        sent(second, "909", "erased_909");
        for (int i = 0; i < 5; i++) {
            check(first).expectStatus().isOk();
            check(second).expectStatus().isOk();
        }

        // When
        erase("909").expectStatus().isOk();
        api.clock.advance(Duration.ofSeconds(1));

        // Then
        String third = idOf(start(Map.of("user_id", "909"), Map.of()));
        sent(third, "909", "erased_909");
        check(third)
                .expectStatus()
                .isEqualTo(429)
                .expectBody()
                .jsonPath("$.limit")
                .isEqualTo("failures-per-target-day");
    }

    @Test
    void aVerificationIsErasedWhenItTurnsOutToBeAboutAnErasedPerson() {
        // Given
        String before = idOf(start(Map.of("handle", "@erased_908"), Map.of()));
        erase("908").expectStatus().isOk();
        api.clock.advance(Duration.ofSeconds(1));
        String after = idOf(start(Map.of("handle", "@erased_908"), Map.of()));

        // When
        sent(after, "908", "erased_908");
        report(before, "908", "erased_908");

        // Then
        await().atMost(TIMEOUT).untilAsserted(() -> get(before).expectStatus().isNotFound());
        get(after)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.delivery.status")
                .isEqualTo("sent");
    }

    @Test
    void aHandleIsNoIdToErase() {
        erase("@jack")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].parameter")
                .isEqualTo("user_id");
    }

    @Test
    void anEraseNeedsItsScope() {
        api.as(RunningApi.KEY)
                .delete()
                .uri("/v1/targets/12")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private static ResponseSpec erase(String userId) {
        return api.as(RunningApi.ERASE_KEY)
                .delete()
                .uri("/v1/targets/" + userId)
                .exchange();
    }

    private static ResponseSpec start(Map<String, String> target, Map<String, Object> more) {
        return start(RunningApi.KEY, null, target, more);
    }

    private static ResponseSpec start(
            String apiKey, String idempotencyKey, Map<String, String> target, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("target", target);
        return api.as(apiKey)
                .post()
                .uri("/v1/verifications")
                .headers(headers -> {
                    if (idempotencyKey != null) {
                        headers.set("Idempotency-Key", idempotencyKey);
                    }
                })
                .bodyValue(body)
                .exchange();
    }

    /** Of seven digits: no code of six is like it. */
    private static ResponseSpec check(String id) {
        return api.as(RunningApi.KEY)
                .post()
                .uri("/v1/verifications/" + id + "/checks")
                .bodyValue(Map.of("code", "0000000"))
                .exchange();
    }

    private static void sent(String id, String user, String handle) {
        report(id, user, handle);
        await().atMost(TIMEOUT)
                .untilAsserted(
                        () -> get(id).expectBody().jsonPath("$.delivery.status").isEqualTo("sent"));
    }

    private static void report(String id, String user, String handle) {
        api.tell(
                Topics.DM_ATTEMPTED,
                id,
                api.report(id, 1, DmOutcome.SENT)
                        .setRecipientUserId(user)
                        .setRecipientHandle(handle)
                        .build());
    }

    private static ResponseSpec get(String id) {
        return get(RunningApi.KEY, id);
    }

    private static ResponseSpec get(String apiKey, String id) {
        return api.as(apiKey).get().uri("/v1/verifications/" + id).exchange();
    }

    private static String list(String query) {
        return api.as(RunningApi.KEY)
                .get()
                .uri("/v1/verifications?" + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    private static String idOf(ResponseSpec response) {
        Map<?, ?> body = response.expectStatus()
                .isAccepted()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return String.valueOf(Objects.requireNonNull(body).get("id"));
    }

    /** The list that holds this verification and no other. */
    private static String indexKeyOf(String id) {
        return api.redis()
                .keys("verification-index:*")
                .filterWhen(key -> api.redis().opsForZSet().score(key, id).hasElement())
                .blockFirst(TIMEOUT);
    }

    /** Every value and member in Redis but the records that wait for Kafka. */
    private static String redisText() {
        ReactiveStringRedisTemplate redis = api.redis();
        List<String> texts = redis.keys("*")
                .filter(key -> !key.endsWith(":outbox"))
                .flatMap(key -> redis.type(key).flatMapMany(type -> texts(key, type)))
                .collectList()
                .block(TIMEOUT);
        return String.join("\n", texts);
    }

    private static Flux<String> texts(String key, DataType type) {
        ReactiveStringRedisTemplate redis = api.redis();
        return switch (type) {
            case STRING ->
                key.contains(":request:")
                        ? Flux.empty()
                        : redis.opsForValue().get(key).flux();
            case ZSET -> redis.opsForZSet().range(key, Range.unbounded());
            case HASH -> redis.<String, String>opsForHash().entries(key).map(Object::toString);
            default -> Mono.<String>empty().flux();
        };
    }
}
