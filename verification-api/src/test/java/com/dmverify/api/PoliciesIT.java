package com.dmverify.api;

import static com.dmverify.schemas.Topics.DM_ATTEMPTED;
import static com.dmverify.schemas.Topics.VERIFICATION_REQUESTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.events.DmOutcome;
import com.dmverify.local.LocalKafka;
import com.dmverify.local.LocalRedis;
import com.dmverify.local.LocalServices;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** A tenant's verifications have the numbers, rules and limits of its profile, and keep those that they began with. */
class PoliciesIT {

    private static final Duration TIME_OUT = Duration.ofSeconds(60);
    private static final LocalKafka KAFKA = LocalKafka.builder().build();
    private static final LocalRedis REDIS = LocalRedis.builder().build();
    private static final String[] SETTINGS = {
        "dm-verify.tenants.acme.policy=strict",
        "dm-verify.tenants.acme.kafka=true",
        "dm-verify.tenants.other.policy=own",
        "dm-verify.policies.own.code-digits=9",
        "dm-verify.policies.own.resend-after=5m",
        "dm-verify.policies.own.template=brief",
        "dm-verify.policies.own.limits.starts-per-target-hour=1"
    };
    private static LocalServices services;
    private static RunningApi api;

    @BeforeAll
    static void start() {
        services = LocalServices.start(KAFKA, REDIS);
        api = new RunningApi(services, SETTINGS);
        api.alsoHears("verification.events.acme");
    }

    @AfterAll
    static void stop() {
        api.close();
        REDIS.close();
        KAFKA.close();
    }

    @Test
    void strictNeedsAConsentForAMessageByRestAndByKafka() {
        start(RunningApi.KEY, "strict_1", null)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/consent");
        api.as(RunningApi.KEY)
                .post()
                .uri("/v1/verifications")
                .bodyValue(Map.of("mode", "dm_in"))
                .exchange()
                .expectStatus()
                .isAccepted();
        TestCommands service = new TestCommands(api, "verification.commands.acme", "verification.events.acme");
        String command = TestCommands.newId();
        service.start(TestCommands.startOf(command, "strict_2").build());
        assertThat(service.awaitRejected(command).getDetail()).contains("/consent");
        String withConsent = TestCommands.newId();
        service.start(TestCommands.startOf(withConsent, "strict_2")
                .setConsentAt(api.clock.instant())
                .setConsentTextVersion("3")
                .build());
        service.awaitOpened(withConsent);
    }

    @Test
    void strictHasFewerTriesAndLongerCodes() {
        Map<String, String> consent = Map.of("at", "2026-11-20T10:00:00Z", "text_version", "3");
        Map<?, ?> begun = body(start(RunningApi.KEY, "strict_3", consent));

        assertThat(begun.get("attempts_remaining")).isEqualTo(3);
        String id = String.valueOf(begun.get("id"));
        await().atMost(TIME_OUT)
                .until(() -> !api.recordsOf(VERIFICATION_REQUESTED, id).isEmpty());
        assertThat(api.field(api.recordsOf(VERIFICATION_REQUESTED, id).getFirst(), "code_digits"))
                .isEqualTo(8);
    }

    @Test
    void anOwnProfileHasItsNumbersItsTemplateAndItsLimits() {
        Map<?, ?> begun = body(start(RunningApi.OTHER_TENANT_KEY, "own_1", null));

        assertThat(begun.get("purpose_sent")).isNull();
        String id = String.valueOf(begun.get("id"));
        await().atMost(TIME_OUT)
                .until(() -> !api.recordsOf(VERIFICATION_REQUESTED, id).isEmpty());
        var order = api.recordsOf(VERIFICATION_REQUESTED, id).getFirst();
        assertThat(api.field(order, "code_digits")).isEqualTo(9);
        assertThat(api.field(order, "template")).isEqualTo("brief");
        start(RunningApi.OTHER_TENANT_KEY, "own_1", null)
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .valueMatches("RateLimit-Policy", "\"starts-per-target-hour\";q=1;w=3600,.*");
    }

    @Test
    void whatRunsKeepsTheProfileThatItBeganWith() {
        String id = String.valueOf(
                body(start(RunningApi.OTHER_TENANT_KEY, "own_2", null)).get("id"));
        try (RunningApi changed = new RunningApi(
                services, "dm-verify.policy.resend-after=1s", "dm-verify.limits.failures-per-target-day=1")) {
            api.tell(DM_ATTEMPTED, id, api.report(id, 1, DmOutcome.SENT).build());
            await().atMost(TIME_OUT)
                    .untilAsserted(() -> changed.as(RunningApi.OTHER_TENANT_KEY)
                            .get()
                            .uri("/v1/verifications/" + id)
                            .exchange()
                            .expectBody()
                            .jsonPath("$.delivery.status")
                            .isEqualTo("sent"));

            changed.clock.advance(Duration.ofMinutes(5));
            Map<?, ?> resent = body(changed.as(RunningApi.OTHER_TENANT_KEY)
                    .post()
                    .uri("/v1/verifications/" + id + "/resend")
                    .exchange());

            Instant next = Instant.parse(
                    String.valueOf(((Map<?, ?>) Objects.requireNonNull(resent.get("resend"))).get("available_at")));
            assertThat(next).isAfter(changed.clock.instant().plus(Duration.ofMinutes(4)));
        }
    }

    private static ResponseSpec start(String key, String handle, Map<String, String> consent) {
        Map<String, Object> body = new HashMap<>(Map.of("target", Map.of("handle", handle), "purpose", "Link it"));
        body.put("consent", consent);
        return api.as(key).post().uri("/v1/verifications").bodyValue(body).exchange();
    }

    private static Map<?, ?> body(ResponseSpec answer) {
        return Objects.requireNonNull(answer.expectStatus()
                .isAccepted()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody());
    }
}
