package com.dmverify.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.dmverify.local.LocalKafka;
import com.dmverify.local.LocalRedis;
import com.dmverify.local.LocalServices;
import com.dmverify.local.testing.HeldCommand;
import com.dmverify.local.testing.HeldCommand.Point;
import com.dmverify.local.testing.ScriptedRedis;
import com.dmverify.schemas.Topics;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A replica is killed around the script that commits a start, and the caller repeats the request with the same key at another
 * replica: the verification exists once.
 */
class KilledStartIT {

    private static final Duration TIME_OUT = Duration.ofMinutes(2);

    /** Every commit with an idempotency key, and nothing else, names such a key of Redis. */
    private static final String COMMIT_OF_A_START = ":request:";

    private static final String UNTIL_UNPAUSED = "600000";

    private static final LocalKafka KAFKA = LocalKafka.builder().build();
    private static final LocalRedis REAL = LocalRedis.builder().build();
    private static LocalServices services;
    private static ScriptedRedis scripted;
    private static RunningApi survivor;

    private final String reference = UUID.randomUUID().toString();
    private final String key = UUID.randomUUID().toString();
    private final String body = "{\"target\":{\"handle\":\"killed\"},\"reference\":\"" + reference + "\"}";
    private ReplicaProcess replica;

    @BeforeAll
    static void start() {
        services = LocalServices.start(KAFKA, REAL);
        scripted = ScriptedRedis.before(REAL);
        survivor = new RunningApi(
                services, "dm-verify.limits.starts-per-target-hour=0", "dm-verify.limits.starts-per-target-day=0");
    }

    @AfterAll
    static void stop() {
        survivor.close();
        scripted.close();
        REAL.close();
        KAFKA.close();
    }

    @BeforeEach
    void startReplica() throws Exception {
        replica = new ReplicaProcess(services, scripted.port());
        // Redis knows the script from here on, so that it is called by its digest.
        String other = body.replace(reference, UUID.randomUUID().toString());
        HttpResponse<String> first =
                replica.start(other, UUID.randomUUID().toString()).join();
        assertThat(first.statusCode()).as(first.body()).isEqualTo(202);
    }

    @AfterEach
    void endReplica() {
        scripted.behave();
        replica.close();
    }

    @Test
    void killedBeforeTheScript() {
        // Given
        HeldCommand commit = scripted.hold("EVALSHA", COMMIT_OF_A_START, Point.BEFORE);
        CompletableFuture<HttpResponse<String>> answer = replica.start(body, key);
        commit.await();

        // When
        replica.kill();
        commit.drop();

        // Then
        assertThatThrownBy(answer::join).hasCauseInstanceOf(IOException.class);
        assertThat(ids()).isEmpty();
        assertThat(repeatedAtTheSurvivor(202)).isEqualTo(repeatedAtTheSurvivor(200));
        existsOnce();
    }

    @Test
    void killedWhileRedisHasTheScriptAndHasNotExecutedIt() {
        // Given
        HeldCommand commit = scripted.hold("EVALSHA", COMMIT_OF_A_START, Point.BEFORE);
        CompletableFuture<HttpResponse<String>> answer = replica.start(body, key);
        commit.await();
        REAL.command("CLIENT", "PAUSE", UNTIL_UNPAUSED, "WRITE");
        commit.passOn();
        await().atMost(TIME_OUT).until(() -> waitingScripts() > 0);

        // When
        replica.kill();
        assertThat(ids()).isEmpty();
        REAL.command("CLIENT", "UNPAUSE");

        // Then
        assertThatThrownBy(answer::join).hasCauseInstanceOf(IOException.class);
        await().atMost(TIME_OUT).untilAsserted(() -> assertThat(ids()).hasSize(1));
        assertThat(repeatedAtTheSurvivor(200)).isEqualTo(ids().getFirst());
        existsOnce();
    }

    @Test
    void killedAfterTheScriptAndBeforeItsAnswer() {
        // Given
        HeldCommand commit = scripted.hold("EVALSHA", COMMIT_OF_A_START, Point.AFTER);
        CompletableFuture<HttpResponse<String>> answer = replica.start(body, key);
        commit.await();

        // When
        replica.kill();
        commit.drop();

        // Then
        assertThatThrownBy(answer::join).hasCauseInstanceOf(IOException.class);
        assertThat(repeatedAtTheSurvivor(200)).isEqualTo(ids().getFirst());
        existsOnce();
    }

    /** What is ordered and told, too: the survivor finds what the killed one left in the outbox. */
    private void existsOnce() {
        assertThat(ids()).hasSize(1);
        String id = ids().getFirst();
        survivor.clock.advance(Duration.ofSeconds(6)); // what is left behind is older than five seconds
        await().atMost(TIME_OUT)
                .untilAsserted(() -> assertThat(survivor.distinctNamesOf(Topics.VERIFICATION_EVENTS, id))
                        .containsExactly("VerificationOpened"));
        await().atMost(TIME_OUT)
                .untilAsserted(() -> assertThat(survivor.distinctNamesOf(Topics.VERIFICATION_REQUESTED, id))
                        .hasSize(1));
    }

    private String repeatedAtTheSurvivor(int status) {
        Map<?, ?> answer = survivor.as(RunningApi.KEY)
                .post()
                .uri("/v1/verifications")
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return String.valueOf(Objects.requireNonNull(answer).get("id"));
    }

    /** The verifications in Redis, whatever index leads to them, that have the reference of this test. */
    private List<String> ids() {
        return REAL.command("KEYS", "verification:{*}:ver_*")
                .lines()
                .filter(name -> !name.isEmpty())
                .filter(name -> REAL.command("GET", name).contains(reference))
                .map(name -> name.substring(name.indexOf("ver_")))
                .toList();
    }

    private static long waitingScripts() {
        return REAL.command("CLIENT", "LIST")
                .lines()
                .filter(line -> line.contains("flags=b") && line.contains("cmd=evalsha"))
                .count();
    }
}
