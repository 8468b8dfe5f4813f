package com.dmverify.api;

import static com.dmverify.api.eta.RateLimitEvents.limits;
import static com.dmverify.api.eta.RateLimitEvents.window;
import static com.dmverify.schemas.Topics.DM_ATTEMPTED;
import static com.dmverify.schemas.Topics.DM_RATE_LIMITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.events.DmOutcome;
import com.dmverify.events.RateLimitStatus;
import com.dmverify.local.LocalKafka;
import com.dmverify.local.LocalRedis;
import com.dmverify.local.LocalServices;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Two tenants share an account: neither can use it up, and what one leaves unused is the other's. */
class SharedAccountIT {

    private static final Duration TIME_OUT = Duration.ofSeconds(60);
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int BUDGET = 4;
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private final LocalKafka kafka = LocalKafka.builder().build();
    private final LocalRedis redis = LocalRedis.builder().build();
    private RunningApi api;

    @BeforeEach
    void start() {
        LocalServices services = LocalServices.start(kafka, redis);
        services.createTopic(DM_RATE_LIMITS, 1);
        api = new RunningApi(services, "dm-verify.eta.believed-for=1d");
    }

    @AfterEach
    void stop() {
        api.close();
        redis.close();
        kafka.close();
    }

    @Test
    void aTenantThatFloodsGetsAllThatIsUnusedAndNoMore() {
        // Given: four messages are left, and no more before the deadline
        Instant reset = api.clock.instant().plus(Duration.ofMinutes(10));
        senderSays(BUDGET, reset);

        // When: nothing waits of the other tenant
        List<String> flooded = new ArrayList<>();
        for (int i = 0; i < BUDGET; i++) {
            flooded.add(begin(RunningApi.KEY));
        }

        // Then
        String repeated = UUID.randomUUID().toString();
        start(RunningApi.KEY, "dm_out", repeated)
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .valueEquals("RateLimit-Policy", "\"account_queue\";q=2;w=300")
                .expectHeader()
                .exists("Retry-After")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("limited")
                .jsonPath("$.limit")
                .isEqualTo("account_queue");
        start(RunningApi.KEY, "auto", null)
                .expectStatus()
                .isAccepted()
                .expectBody()
                .jsonPath("$.delivery")
                .isEmpty()
                .jsonPath("$.challenge.token")
                .isNotEmpty();

        // And: the other tenant's next start leaves within two windows, and it has its share
        ResponseSpec other = start(RunningApi.OTHER_TENANT_KEY, "dm_out", null);
        Map<?, ?> body = body(other.expectStatus().isAccepted());
        Instant eta =
                Instant.parse(String.valueOf(((Map<?, ?>) Objects.requireNonNull(body.get("delivery"))).get("eta")));
        assertThat(eta).isBeforeOrEqualTo(api.clock.instant().plus(WINDOW.multipliedBy(2)));
        begin(RunningApi.OTHER_TENANT_KEY);
        start(RunningApi.OTHER_TENANT_KEY, "dm_out", null).expectStatus().isEqualTo(429);

        // When: what waited was sent, and the window begins again
        flooded.forEach(id ->
                api.tell(DM_ATTEMPTED, id, api.report(id, 1, DmOutcome.SENT).build()));
        api.clock.advance(Duration.ofMinutes(10));
        senderSays(BUDGET, api.clock.instant().plus(WINDOW));

        // Then: the refused key was not used
        await().atMost(TIME_OUT)
                .untilAsserted(() ->
                        start(RunningApi.KEY, "dm_out", repeated).expectStatus().isAccepted());
    }

    private void senderSays(int left, Instant reset) {
        RateLimitStatus status = limits("demo", api.clock.instant(), window(BUDGET, left, WINDOW, reset));
        await().atMost(TIME_OUT).until(() -> {
            api.tell(DM_RATE_LIMITS, "demo", status);
            return api.hasHeard(status);
        });
    }

    private String begin(String key) {
        return String.valueOf(
                body(start(key, "dm_out", null).expectStatus().isAccepted()).get("id"));
    }

    /** One after the other: a start joins the queue a moment after its answer. */
    private ResponseSpec start(String key, String mode, String idempotencyKey) {
        api.clock.advance(Duration.ofMillis(1));
        Map<String, Object> body = new HashMap<>();
        body.put("target", Map.of("handle", "shared_" + (idempotencyKey == null ? PEOPLE.incrementAndGet() : 0)));
        body.put("mode", mode);
        return api.as(key)
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

    private static Map<?, ?> body(ResponseSpec answer) {
        return Objects.requireNonNull(
                answer.expectBody(Map.class).returnResult().getResponseBody());
    }
}
