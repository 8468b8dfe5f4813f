package com.dmverify.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** One damaged verification holds up no other. */
@ExtendWith(SharedApi.class)
class DamageIT {

    private static final Duration TIME_OUT = Duration.ofSeconds(60);
    private static RunningApi api;

    @BeforeAll
    static void start(RunningApi shared) {
        api = shared;
    }

    @Test
    void deadlinesBehindADamagedVerificationAreKept() {
        // Given: the damaged one has the lowest score of its shard, and others are in the same shard
        String damaged = open();
        String key = key(damaged);
        String whole = value(key);
        store(key, whole.replace("\"send_deadline\"", "\"sent_deadline\""));
        api.clock.advance(Duration.ofMillis(1));
        List<String> others =
                IntStream.range(0, 3).mapToObj(i -> openBeside(damaged)).toList();

        // When
        api.clock.advance(Duration.ofMinutes(8));

        // Then
        others.forEach(other -> await().atMost(TIME_OUT)
                .untilAsserted(() -> assertThat(api.namesOf(Topics.VERIFICATION_EVENTS, other))
                        .contains("VerificationFailed")));
        String aside = String.valueOf(api.redis()
                .opsForHash()
                .get(shard(damaged) + "quarantine", damaged)
                .block());
        assertThat(aside).startsWith("1 ").contains("no send_deadline");
        assertThat(score(damaged))
                .isEqualTo(api.clock.instant().plus(Duration.ofMinutes(1)).toEpochMilli());

        // When it is looked at again, then later and later; repaired it ends like any other
        api.clock.advance(Duration.ofMinutes(1));
        await().atMost(TIME_OUT)
                .untilAsserted(() -> assertThat(score(damaged))
                        .isEqualTo(
                                api.clock.instant().plus(Duration.ofMinutes(5)).toEpochMilli()));
        store(key, whole);
        api.clock.advance(Duration.ofMinutes(5));
        await().atMost(TIME_OUT)
                .untilAsserted(() -> assertThat(api.namesOf(Topics.VERIFICATION_EVENTS, damaged))
                        .contains("VerificationFailed"));
    }

    @Test
    void whatANewerVersionWroteIsUnavailableHere() {
        String id = open();
        store(key(id), value(key(id)).replaceFirst("^[0-9]+", "99"));

        for (ResponseSpec answer : List.of(
                api.as(RunningApi.KEY).get().uri("/v1/verifications/" + id).exchange(),
                api.as(RunningApi.KEY)
                        .post()
                        .uri("/v1/verifications/" + id + "/cancel")
                        .exchange())) {
            answer.expectStatus()
                    .isEqualTo(503)
                    .expectHeader()
                    .exists("Retry-After")
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("unavailable");
        }
    }

    private static String value(String key) {
        return Objects.requireNonNull(api.redis().opsForValue().get(key).block());
    }

    private static void store(String key, String value) {
        api.redis().opsForValue().set(key, value, Duration.ofDays(1)).block();
    }

    private static Long score(String id) {
        Double score =
                api.redis().opsForZSet().score(shard(id) + "deadlines", id).block();
        return Objects.requireNonNull(score).longValue();
    }

    private static String key(String id) {
        return shard(id) + id;
    }

    private static String shard(String id) {
        return "verification:{" + Math.floorMod(id.hashCode(), 64) + "}:";
    }

    private static String openBeside(String id) {
        String other = open();
        while (!shard(other).equals(shard(id))) {
            api.as(RunningApi.KEY)
                    .post()
                    .uri("/v1/verifications/" + other + "/cancel")
                    .exchange();
            other = open();
        }
        return other;
    }

    private static String open() {
        Map<?, ?> body = api.as(RunningApi.KEY)
                .post()
                .uri("/v1/verifications")
                .bodyValue(Map.of(
                        "target",
                        Map.of(
                                "handle",
                                "d"
                                        + UUID.randomUUID()
                                                .toString()
                                                .substring(0, 13)
                                                .replace("-", "_"))))
                .exchange()
                .expectStatus()
                .isAccepted()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return String.valueOf(Objects.requireNonNull(body).get("id"));
    }
}
