package com.dmverify.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.api.Streams.Reader;
import com.dmverify.api.redis.Shards;
import com.dmverify.api.verification.VerificationId;
import com.dmverify.local.LocalKafka;
import com.dmverify.local.LocalRedis;
import com.dmverify.local.LocalServices;
import com.dmverify.local.testing.FreezingProxy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Streams where another replica commits, a hint is lost, a limit is reached, or their replica ends. */
class LiveReplicasIT {

    private static final Duration TIME_OUT = Duration.ofSeconds(60);
    private static final LocalKafka KAFKA = LocalKafka.builder().build();
    private static final LocalRedis REDIS = LocalRedis.builder().build();
    private static final LocalServices SERVICES = LocalServices.start(KAFKA, REDIS);
    private static RunningApi other;

    @BeforeAll
    static void start() {
        other = new RunningApi(SERVICES);
    }

    @AfterAll
    static void stop() {
        other.close();
        REDIS.close();
        KAFKA.close();
    }

    @Test
    void aCommitOfAnotherReplicaIsSeenByItsHint() {
        try (RunningApi api =
                        new RunningApi(SERVICES, "dm-verify.live.look-every=1h", "dm-verify.live.heart-beat-every=1h");
                Reader reader = Streams.read(api, Streams.begin(other), "");
                Reader second = Streams.read(api, Streams.begin(other), "")) {
            await().atMost(TIME_OUT)
                    .until(() -> !reader.events().isEmpty() && !second.events().isEmpty());
            String id = Streams.begin(other);
            try (Reader late = Streams.read(api, id, "")) {
                await().atMost(TIME_OUT)
                        .until(() -> !late.events().isEmpty() && channels().contains(id));
                Streams.cancel(other, id);

                await().atMost(TIME_OUT).until(() -> late.end().equals("complete"));
                assertThat(late.events()).containsExactly("1 pending queued", "2 canceled withdrawn");
            }
        }
        await().atMost(TIME_OUT).until(() -> channels().isEmpty());
    }

    @Test
    void aSubscriptionOnASilentConnectionHearsAgain() {
        String id = Streams.begin(other);
        try (FreezingProxy proxy = FreezingProxy.before(REDIS.port());
                RunningApi api = new RunningApi(
                        SERVICES,
                        "spring.data.redis.host=127.0.0.1",
                        "spring.data.redis.port=" + proxy.port(),
                        "dm-verify.live.look-every=1h",
                        "dm-verify.live.heart-beat-every=1h");
                Reader reader = Streams.read(api, id, "")) {
            await().atMost(TIME_OUT).until(() -> !reader.events().isEmpty() && subscribers(id) == 1);

            // When: the old subscription stays, as far as Redis knows, and nothing of it arrives
            proxy.freeze();
            await().atMost(TIME_OUT).until(() -> subscribers(id) == 2);
            Streams.cancel(other, id);

            // Then: no look finds it within the hour
            await().atMost(TIME_OUT).until(() -> reader.end().equals("complete"));
            assertThat(reader.events()).containsExactly("1 pending queued", "2 canceled withdrawn");
        }
    }

    @Test
    void aLostHintIsNoLostChangeAndAQuietStreamBeats() {
        String id = Streams.begin(other);
        try (RunningApi api = new RunningApi(
                        SERVICES, "dm-verify.live.look-every=100ms", "dm-verify.live.heart-beat-every=200ms");
                Reader reader = Streams.read(api, id, "")) {
            await().atMost(TIME_OUT).until(() -> reader.comments().size() > 1);

            // When: the state changes, and no commit of ours says so
            other.replaceInRedis(id, value -> value.replaceFirst(" 1 ", " 2 "));

            await().atMost(TIME_OUT).until(() -> reader.events().size() == 2);
            assertThat(reader.events()).containsExactly("1 pending queued", "2 pending queued");
        }
    }

    @Test
    void whatIsOverTheLimitIsRefused() {
        String id = Streams.begin(other);
        try (RunningApi api = new RunningApi(SERVICES, "dm-verify.live.most-per-key=1")) {
            try (Reader reader = Streams.read(api, id, "")) {
                await().atMost(TIME_OUT).until(() -> !reader.events().isEmpty());
                Streams.connect(api, id, "")
                        .expectStatus()
                        .isEqualTo(429)
                        .expectHeader()
                        .exists("Retry-After")
                        .expectHeader()
                        .valueEquals("RateLimit", "\"streams-per-key\";r=0;t=5")
                        .expectBody()
                        .jsonPath("$.limit")
                        .isEqualTo("streams-per-key");
            }
            await().atMost(TIME_OUT).until(() -> api.streams() == 0);
            Streams.read(api, id, "").close();
        }
    }

    @Test
    void theEndOfAReplicaEndsItsStreamsAndLongPolls() {
        String id = Streams.begin(other);
        RunningApi api = new RunningApi(SERVICES);
        try (Reader reader = Streams.read(api, id, "")) {
            CompletableFuture<String> poll = CompletableFuture.supplyAsync(() -> String.valueOf(api.as(RunningApi.KEY)
                    .get()
                    .uri("/v1/verifications/" + id + "?wait=60s")
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody(String.class)
                    .returnResult()
                    .getResponseBody()));
            await().atMost(TIME_OUT).until(() -> api.streams() == 2);

            api.close();

            // Then: they are ended, and not cut off after the time that the web server waits for running requests
            assertThat(poll.join()).contains("\"pending\"");
            await().atMost(TIME_OUT).until(() -> reader.end().equals("complete"));
        }
    }

    private static long subscribers(String id) {
        String counts = REDIS.command("PUBSUB", "SHARDNUMSUB", Shards.verification(new VerificationId(id)));
        return Long.parseLong(counts.substring(counts.lastIndexOf('\n') + 1));
    }

    private static String channels() {
        return REDIS.command("PUBSUB", "SHARDCHANNELS");
    }
}
