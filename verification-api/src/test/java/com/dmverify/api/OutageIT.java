package com.dmverify.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.local.LocalKafka;
import com.dmverify.local.LocalRedis;
import com.dmverify.local.LocalServices;
import com.dmverify.schemas.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Kafka or Redis go away and come back: nothing is lost, nothing is half done, and callers are told. */
class OutageIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private static final LocalKafka KAFKA = LocalKafka.builder().build();
    private static final LocalRedis REDIS = LocalRedis.builder().build();
    private static RunningApi api;

    @BeforeAll
    static void start() {
        api = new RunningApi(LocalServices.start(KAFKA, REDIS));
    }

    @AfterAll
    static void stop() {
        api.close();
        REDIS.close();
        KAFKA.close();
    }

    /** Also after a test that failed half-way. */
    @AfterEach
    void startAgain() {
        KAFKA.start();
        REDIS.start();
    }

    @Test
    void whatHappensWhileKafkaIsAwayIsToldWhenItIsBack() {
        // Given
        String before = idOf(start("someone_before"));
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(api.namesOf(Topics.VERIFICATION_REQUESTED, before))
                        .hasSize(1));
        KAFKA.stop();

        // When
        ResponseSpec answer = api.as(RunningApi.KEY)
                .post()
                .uri("/v1/verifications")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .bodyValue(Map.of("target", Map.of("handle", "someone")))
                .exchange();
        answer.expectStatus().isAccepted();
        String id = idOf(answer);
        api.clock.advance(Duration.ofSeconds(6)); // what is left behind is older than five seconds
        assertThat(api.health("outbox")).contains("DOWN").contains("Kafka does not take our events");
        KAFKA.start();

        // Then
        await().atMost(TIMEOUT).untilAsserted(() -> {
            assertThat(api.namesOf(Topics.VERIFICATION_REQUESTED, id)).isNotEmpty();
            assertThat(api.namesOf(Topics.VERIFICATION_EVENTS, id)).contains("VerificationOpened");
            assertThat(api.health("outbox")).contains("UP");
        });
        assertThat(RunningApi.tracesOf(api.recordsOf(Topics.VERIFICATION_REQUESTED, id)))
                .containsOnly("0af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void withoutRedisNothingIsDecidedAndTheCallerIsTold() {
        // Given
        REDIS.stop();

        // When
        ResponseSpec answer = start("someone_else");

        // Then
        answer.expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists("Retry-After")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("unavailable");
        REDIS.start();
        await().atMost(TIMEOUT)
                .untilAsserted(() -> start("someone_else").expectStatus().isAccepted());
    }

    private static ResponseSpec start(String handle) {
        return api.as(RunningApi.KEY)
                .post()
                .uri("/v1/verifications")
                .bodyValue(Map.of("target", Map.of("handle", handle)))
                .exchange();
    }

    private static String idOf(ResponseSpec response) {
        Map<?, ?> body = response.expectBody(Map.class).returnResult().getResponseBody();
        return String.valueOf(Objects.requireNonNull(body).get("id"));
    }
}
