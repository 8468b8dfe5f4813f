package com.dmverify.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Operators list, show and end damaged verifications on the management port. */
@ExtendWith(SharedApi.class)
class QuarantineIT {

    private static final Duration TIME_OUT = Duration.ofSeconds(60);
    private static RunningApi api;

    @BeforeAll
    static void start(RunningApi shared) {
        api = shared;
    }

    @Test
    void aDamagedVerificationIsListedShownAndEnded() {
        // Given
        String id = damaged("no verification, but 493817");

        // When, Then
        operator()
                .uri("/operator/quarantine")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.data[?(@.id == '" + id + "')].looks")
                .isEqualTo(1)
                .jsonPath("$.data[?(@.id == '" + id + "')].next_look_at")
                .exists();
        show(id).expectStatus().isOk().expectBody().jsonPath("$.stored").isEqualTo("no verification, but [redacted]");
        end(id).expectStatus().isOk().expectBody().jsonPath("$.ended").isEqualTo(true);
        end(id).expectStatus().isNotFound().expectBody().jsonPath("$.code").isEqualTo("not_found");
        show(id).expectStatus().isNotFound();
        assertThat(api.redis().hasKey(shard(id) + id).block()).isFalse();
        assertThat(api.redis().opsForZSet().score(shard(id) + "deadlines", id).block())
                .isNull();
        api.as(RunningApi.KEY)
                .get()
                .uri("/v1/verifications/" + id)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void aVerificationThatWasRepairedIsNotEnded() {
        // Given: an entry that the review has not removed yet
        String id = open();
        api.redis()
                .opsForHash()
                .put(shard(id) + "quarantine", id, "1 1789000000000 damaged before")
                .block();

        // When, Then
        end(id).expectStatus().isNotFound();
        api.as(RunningApi.KEY)
                .get()
                .uri("/v1/verifications/" + id)
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void onlyAnApiKeyWithTheScopeOperatesAndOnlyOnTheManagementPort() {
        call("").uri("/operator/quarantine").exchange().expectStatus().isUnauthorized();
        call("dmv_unknown")
                .uri("/operator/quarantine")
                .exchange()
                .expectStatus()
                .isUnauthorized();
        call(RunningApi.KEY)
                .uri("/operator/quarantine")
                .exchange()
                .expectStatus()
                .isForbidden();
        api.as(RunningApi.OPERATOR_KEY)
                .get()
                .uri("/operator/quarantine")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    private static String damaged(String text) {
        String id = open();
        String key = shard(id) + id;
        api.redis().delete(key).block();
        api.redis().opsForValue().set(key, text).block();
        api.clock.advance(Duration.ofMinutes(8));
        await().atMost(TIME_OUT)
                .untilAsserted(() -> assertThat(api.redis()
                                .opsForHash()
                                .hasKey(shard(id) + "quarantine", id)
                                .block())
                        .isTrue());
        return id;
    }

    private static ResponseSpec show(String id) {
        return operator().uri("/operator/quarantine/" + id).exchange();
    }

    private static ResponseSpec end(String id) {
        return client(RunningApi.OPERATOR_KEY)
                .post()
                .uri("/operator/quarantine/" + id + "/end")
                .exchange();
    }

    private static WebTestClient.RequestHeadersUriSpec<?> operator() {
        return call(RunningApi.OPERATOR_KEY);
    }

    private static WebTestClient.RequestHeadersUriSpec<?> call(String key) {
        return client(key).get();
    }

    private static WebTestClient client(String key) {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + api.managementPort())
                .responseTimeout(TIME_OUT)
                .defaultHeaders(headers -> {
                    if (!key.isEmpty()) {
                        headers.setBearerAuth(key);
                    }
                })
                .build();
    }

    private static String shard(String id) {
        return "verification:{" + Math.floorMod(id.hashCode(), 64) + "}:";
    }

    private static String open() {
        Map<?, ?> body = api.as(RunningApi.KEY)
                .post()
                .uri("/v1/verifications")
                .bodyValue(Map.of(
                        "target",
                        Map.of("handle", "q" + UUID.randomUUID().toString().substring(0, 8))))
                .exchange()
                .expectStatus()
                .isAccepted()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return String.valueOf(Objects.requireNonNull(body).get("id"));
    }
}
