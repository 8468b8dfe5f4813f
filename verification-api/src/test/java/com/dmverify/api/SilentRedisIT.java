package com.dmverify.api;

import static org.awaitility.Awaitility.await;

import com.dmverify.local.LocalKafka;
import com.dmverify.local.LocalRedis;
import com.dmverify.local.LocalServices;
import com.dmverify.local.testing.FreezingProxy;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** A Redis that vanishes without a reset, as when packets are dropped, and takes new connections. */
class SilentRedisIT {

    private static final Duration TIME_OUT = Duration.ofSeconds(60);
    /** Of its own: two services on one Kafka would share the records. */
    private static final LocalKafka KAFKA = LocalKafka.builder().build();

    private static final LocalRedis REAL = LocalRedis.builder().build();
    private static FreezingProxy proxy;
    private static RunningApi api;

    @BeforeAll
    static void start() {
        LocalServices services = LocalServices.start(KAFKA, REAL);
        proxy = FreezingProxy.before(REAL.port());
        api = new RunningApi(
                services,
                "spring.data.redis.host=127.0.0.1",
                "spring.data.redis.port=" + proxy.port(),
                "dm-verify.limits.starts-per-target-hour=0",
                "dm-verify.limits.starts-per-target-day=0");
    }

    @AfterAll
    static void stop() {
        api.close();
        proxy.close();
        REAL.close();
        KAFKA.close();
    }

    @Test
    void aSilentConnectionIsLeftForANewOne() {
        // Given
        Map<String, Object> body = Map.of("target", Map.of("handle", "silent"));
        String key = UUID.randomUUID().toString();
        start(body, UUID.randomUUID().toString()).expectStatus().isAccepted();

        // When
        proxy.freeze();
        start(body, key)
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists("Retry-After")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("unavailable");

        // Then: the old connection stays silent
        await().atMost(TIME_OUT)
                .untilAsserted(() -> start(body, key).expectStatus().is2xxSuccessful());
    }

    private static ResponseSpec start(Map<String, Object> body, String key) {
        return api.as(RunningApi.KEY)
                .post()
                .uri("/v1/verifications")
                .header("Idempotency-Key", key)
                .bodyValue(body)
                .exchange();
    }
}
