package com.dmverify.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.api.eta.RateLimitEvents;
import com.dmverify.codes.CodeKey;
import com.dmverify.codes.KeyRing;
import com.dmverify.codes.OneTimeCodes;
import com.dmverify.events.DmOutcome;
import com.dmverify.events.RateLimitStatus;
import com.dmverify.local.LocalKafka;
import com.dmverify.local.LocalRedis;
import com.dmverify.local.LocalServices;
import com.dmverify.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** How many flights to Redis an answer takes, with limits, idempotency keys, opt-outs and estimates in place. */
class RoundTripsIT {

    private static final Duration TIME_OUT = Duration.ofSeconds(60);

    private static final LocalKafka KAFKA = LocalKafka.builder().build();
    private static final LocalRedis REDIS = LocalRedis.builder().build();
    private static FlightCounter proxy;
    private static RunningApi api;

    @BeforeAll
    static void start() {
        LocalServices services = LocalServices.start(KAFKA, REDIS);
        services.createTopic(Topics.DM_RATE_LIMITS, 1);
        proxy = new FlightCounter(REDIS.port());
        api = new RunningApi(
                services,
                "spring.data.redis.host=127.0.0.1",
                "spring.data.redis.port=" + proxy.port(),
                "spring.data.redis.timeout=30s",
                // Only the commands of the request are to be counted.
                "dm-verify.deadlines.sweep-every=1h",
                "dm-verify.deadlines.review-every=1h",
                "dm-verify.outbox.sweep-every=1h",
                "dm-verify.eta.believed-for=1d",
                "dm-verify.state.hint-timeout=30s");
        RateLimitStatus limits = RateLimitEvents.limits(
                "demo",
                api.clock.instant(),
                RateLimitEvents.window(15, 15, Duration.ofMinutes(15), api.clock.instant()));
        await().atMost(TIME_OUT).until(() -> {
            api.tell(Topics.DM_RATE_LIMITS, "demo", limits);
            return api.hasHeard(limits);
        });
        begin();
    }

    @AfterAll
    static void stop() {
        api.close();
        proxy.close();
        REDIS.close();
        KAFKA.close();
    }

    @Test
    void aStartTakesAtMostThree() {
        awaitEmptyOutbox();

        assertThat(proxy.count(RoundTripsIT::begin)).isBetween(2, 3);
    }

    @Test
    void aCheckTakesThreeAndWaitsForNoGiveBack() {
        // Given
        String id = sent();
        awaitEmptyOutbox();

        // When
        int wrong = proxy.count(() -> check(id, "000000").expectStatus().isOk());
        awaitEmptyOutbox();
        int right = proxy.count(() -> check(id, code(id)).expectStatus().isOk());

        // Then
        assertThat(List.of(wrong, right)).containsOnly(3);
        assertThat(look(id)).contains("verified");
    }

    @Test
    void aGetTakesOne() {
        String id = begin();
        awaitEmptyOutbox();

        assertThat(proxy.count(() -> assertThat(look(id)).contains("\"eta\":\"20")))
                .isEqualTo(1);
    }

    @Test
    void anEarlyCheckDoesNotPollRedis() {
        // Given
        String id = begin();
        awaitEmptyOutbox();

        // When: it looks, looks again when it watches, and a last time
        int flights = proxy.count(() -> check(id, "000000").expectStatus().isEqualTo(409));

        // Then
        assertThat(flights).isLessThanOrEqualTo(3);
    }

    /** What was published is removed after the answer: on a slow machine in the time of the next count. */
    private static void awaitEmptyOutbox() {
        await().atMost(TIME_OUT)
                .until(() -> IntStream.range(0, 64)
                                .mapToObj(RunningApi::outbox)
                                .mapToLong(outbox -> Objects.requireNonNullElse(
                                        api.redis().opsForStream().size(outbox).block(), 0L))
                                .sum()
                        == 0);
    }

    private static String sent() {
        String id = begin();
        api.tell(Topics.DM_ATTEMPTED, id, api.report(id, 1, DmOutcome.SENT).build());
        await().atMost(TIME_OUT).until(() -> look(id).contains("\"sent\""));
        return id;
    }

    private static String begin() {
        Map<?, ?> body = api.as(RunningApi.KEY)
                .post()
                .uri("/v1/verifications")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .bodyValue(Map.of("target", Map.of("user_id", randomUser()), "reference", "order-42"))
                .exchange()
                .expectStatus()
                .isAccepted()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return String.valueOf(body.get("id"));
    }

    private static String randomUser() {
        return String.valueOf(Math.floorMod(UUID.randomUUID().getMostSignificantBits(), 1_000_000_000_000L) + 1);
    }

    private static ResponseSpec check(String id, String code) {
        return api.as(RunningApi.KEY)
                .post()
                .uri("/v1/verifications/" + id + "/checks")
                .bodyValue(Map.of("code", code))
                .exchange();
    }

    private static String code(String id) {
        KeyRing keys = new KeyRing(List.of(CodeKey.ofBase64("k1", RunningApi.SECRET)));
        return new OneTimeCodes(keys).derive("k1", id, 1, 6).digits();
    }

    private static String look(String id) {
        return String.valueOf(api.as(RunningApi.KEY)
                .get()
                .uri("/v1/verifications/" + id)
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
