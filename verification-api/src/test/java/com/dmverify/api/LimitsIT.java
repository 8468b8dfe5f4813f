package com.dmverify.api;

import static org.awaitility.Awaitility.await;

import com.dmverify.codes.CodeKey;
import com.dmverify.codes.KeyRing;
import com.dmverify.codes.OneTimeCodes;
import com.dmverify.events.DmOutcome;
import com.dmverify.schemas.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** The limits on failures and on starts for one visitor of the platform. */
@ExtendWith(SharedApi.class)
class LimitsIT {

    private static final Duration TIME_OUT = Duration.ofSeconds(60);
    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static RunningApi api;

    @BeforeAll
    static void start(RunningApi shared) {
        api = shared;
    }

    @Test
    void aPersonHasTenFailuresADayOverAllVerificationsOfATenant() {
        // Given: a right code is no failure, and neither is a check before the message was sent
        String user = user();
        String handle = handle(user);
        check(begin(Map.of("user_id", user)), "000000").expectStatus().isEqualTo(409);
        String first = sent(begin(Map.of("user_id", user)), user);
        check(first, right(first)).expectStatus().isOk();

        // When: five, four and one; the person is one by id and by handle
        wrong(sent(begin(Map.of("user_id", user)), user), 5);
        wrong(sent(begin(Map.of("handle", handle)), user), 4);
        String last = sent(begin(Map.of("handle", handle)), user);
        wrong(last, 1);

        // Then
        for (String code : List.of("000000", right(last))) {
            check(last, code)
                    .expectStatus()
                    .isEqualTo(429)
                    .expectHeader()
                    .exists("Retry-After")
                    .expectHeader()
                    .valueEquals("RateLimit-Policy", "\"failures-per-target-day\";q=10;w=86400")
                    .expectHeader()
                    .valueMatches("RateLimit", "\"failures-per-target-day\";r=0;t=[0-9]+")
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("limited")
                    .jsonPath("$.limit")
                    .isEqualTo("failures-per-target-day");
        }
        look(RunningApi.KEY, last).expectBody().jsonPath("$.attempts_remaining").isEqualTo(4);
        String others = begin("dmv_other", Map.of("target", Map.of("user_id", user)));
        sent(others, user, "dmv_other");
        check("dmv_other", others, right(others)).expectStatus().isOk();
    }

    @Test
    void anAddressStartsTwentyVerificationsAnHourHoweverItIsWritten() {
        // Given
        int subnet = PEOPLE.incrementAndGet();
        for (int i = 0; i < 20; i++) {
            start(user(), i % 2 == 0 ? "2001:db8::%x".formatted(subnet) : "2001:0DB8:0:0::%04X".formatted(subnet))
                    .expectStatus()
                    .isAccepted();
        }
        String user = user();

        // When
        ResponseSpec refused = start(user, "2001:db8::%x".formatted(subnet));

        // Then: and the target is not counted
        refused.expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .valueEquals("Retry-After", "3600")
                .expectBody()
                .jsonPath("$.limit")
                .isEqualTo("starts-per-client-ip-hour");
        start(user, null)
                .expectStatus()
                .isAccepted()
                .expectHeader()
                .valueMatches("RateLimit", "\"starts-per-target-hour\";r=2;t=3600, .*");
    }

    @Test
    void aStartThatATargetRefusesIsNoStartOfItsAddress() {
        String ip = "192.0.2." + PEOPLE.incrementAndGet();
        String user = user();
        for (int i = 0; i < 3; i++) {
            start(user, ip).expectStatus().isAccepted();
        }
        start(user, ip).expectStatus().isEqualTo(429);

        start(user(), ip).expectHeader().valueMatches("RateLimit", ".*\"starts-per-client-ip-hour\";r=16;t=3600");
    }

    private static void wrong(String id, int times) {
        String wrong = right(id).equals("000000") ? "000001" : "000000";
        for (int i = 0; i < times; i++) {
            check(id, wrong)
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.result")
                    .isEqualTo("incorrect");
        }
    }

    private static String begin(Map<String, String> target) {
        return begin(RunningApi.KEY, Map.of("target", target));
    }

    private static String begin(String key, Map<String, Object> body) {
        Map<?, ?> begun = api.as(key)
                .post()
                .uri("/v1/verifications")
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isAccepted()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return String.valueOf(Objects.requireNonNull(begun).get("id"));
    }

    private static ResponseSpec start(String user, String clientIp) {
        Map<String, Object> body = new HashMap<>(Map.of("target", Map.of("user_id", user)));
        body.put("client_ip", clientIp);
        return api.as(RunningApi.KEY)
                .post()
                .uri("/v1/verifications")
                .bodyValue(body)
                .exchange();
    }

    private static String sent(String id, String user) {
        return sent(id, user, RunningApi.KEY);
    }

    private static String sent(String id, String user, String key) {
        api.tell(
                Topics.DM_ATTEMPTED,
                id,
                api.report(id, 1, DmOutcome.SENT)
                        .setRecipientUserId(user)
                        .setRecipientHandle(handle(user))
                        .build());
        await().atMost(TIME_OUT)
                .untilAsserted(() ->
                        look(key, id).expectBody().jsonPath("$.delivery.status").isEqualTo("sent"));
        return id;
    }

    private static ResponseSpec look(String key, String id) {
        return api.as(key).get().uri("/v1/verifications/" + id).exchange();
    }

    private static ResponseSpec check(String id, String code) {
        return check(RunningApi.KEY, id, code);
    }

    private static ResponseSpec check(String key, String id, String code) {
        return api.as(key)
                .post()
                .uri("/v1/verifications/" + id + "/checks")
                .bodyValue(Map.of("code", code))
                .exchange();
    }

    private static String right(String id) {
        return new OneTimeCodes(new KeyRing(List.of(CodeKey.ofBase64("k1", RunningApi.SECRET))))
                .derive("k1", id, 1, 6)
                .digits();
    }

    private static String handle(String user) {
        return "limit_" + user.substring(13);
    }

    private static String user() {
        return "4000000000000" + (100_000 + PEOPLE.incrementAndGet());
    }
}
