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
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** While Kafka is away each call is answered: with what needs no Kafka, or with a problem that says when to try again. */
class AbsentKafkaIT {

    private static final int SHARDS = 64;
    private static final Duration TIME_OUT = Duration.ofSeconds(60);

    private final LocalKafka kafka = LocalKafka.builder().build();
    private final LocalRedis redis = LocalRedis.builder().build();
    private RunningApi api;

    @BeforeEach
    void start() {
        api = new RunningApi(
                LocalServices.start(kafka, redis),
                "dm-verify.state.outbox-most=1",
                "dm-verify.outbox.sweep-every=100ms",
                "spring.kafka.producer.properties.delivery.timeout.ms=1500",
                "spring.kafka.producer.properties.request.timeout.ms=1000");
    }

    @AfterEach
    void stop() {
        api.close();
        redis.close();
        kafka.close();
    }

    @Test
    void aCallIsAnsweredOrSaysWhenToTryAgain() {
        // Given
        String before = id(start("absent_before"));
        await().atMost(TIME_OUT)
                .untilAsserted(() -> assertThat(api.namesOf(Topics.VERIFICATION_REQUESTED, before))
                        .hasSize(1));
        kafka.stop();

        // When, Then: what needs no Kafka
        get("/v1/verifications/" + before).expectStatus().isOk();
        get("/v1/targets/@absent_person/reachability")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.reachable")
                .isEqualTo("unknown");
        post("/v1/verifications/" + before + "/checks", Map.of("code", "000000"))
                .expectStatus()
                .isEqualTo(409);
        post("/v1/verifications/" + before + "/cancel", Map.of()).expectStatus().isOk();

        // Then: what waits for it
        isUnavailable(IntStream.rangeClosed(0, SHARDS)
                .mapToObj(i -> read(start("absent_" + i)))
                .filter(answer -> answer.getStatus().isError())
                .findFirst()
                .orElseThrow());
        isUnavailable(read(WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + api.managementPort())
                .responseTimeout(TIME_OUT)
                .defaultHeaders(headers -> headers.setBearerAuth(RunningApi.OPERATOR_KEY))
                .build()
                .post()
                .uri("/operator/switches")
                .bodyValue(Map.of("kind", "tenant", "name", "other", "state", "stopped"))
                .exchange()));

        // And: when it is back
        kafka.start();
        await().atMost(TIME_OUT)
                .untilAsserted(() -> start("absent_after").expectStatus().isAccepted());
    }

    private static EntityExchangeResult<String> read(ResponseSpec answer) {
        return answer.expectBody(String.class).returnResult();
    }

    private static void isUnavailable(EntityExchangeResult<String> answer) {
        assertThat(answer.getStatus().value()).isEqualTo(503);
        HttpHeaders headers = answer.getResponseHeaders();
        assertThat(headers.getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(headers.getFirst("Retry-After")).matches("[1-9][0-9]*");
        assertThat(answer.getResponseBody())
                .contains(
                        "\"code\":\"unavailable\"",
                        "\"type\":\"urn:dm-verify:problem:unavailable\"",
                        "\"trace_id\":\"" + headers.getFirst("Request-Id") + "\"");
    }

    private ResponseSpec get(String path) {
        return api.as(RunningApi.KEY).get().uri(path).exchange();
    }

    private ResponseSpec post(String path, Map<String, Object> body) {
        return api.as(RunningApi.KEY).post().uri(path).bodyValue(body).exchange();
    }

    private ResponseSpec start(String handle) {
        return post("/v1/verifications", Map.of("target", Map.of("handle", handle)));
    }

    private static String id(ResponseSpec answer) {
        Map<?, ?> body = answer.expectStatus()
                .isAccepted()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return String.valueOf(Objects.requireNonNull(body).get("id"));
    }
}
