package com.dmverify.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.events.DmAttempted;
import com.dmverify.events.DmOutcome;
import com.dmverify.events.DmReason;
import com.dmverify.events.OrderKind;
import com.dmverify.events.VerificationRequested;
import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Whether a message would reach a person; the test plays dm-sender. */
@ExtendWith(SharedApi.class)
class ReachabilityIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(90);
    private static final EventCodec CODEC = new EventCodec();
    private static RunningApi api;

    @BeforeAll
    static void start(RunningApi shared) {
        api = shared;
    }

    @Test
    void whatXDoesNotSayInTimeIsUnknownAndIsAskedOnce() {
        // When
        expect("@reach_1", "unknown", null);
        expect("@Reach_1", "unknown", null);

        // Then
        VerificationRequested order = order("reach_1");
        assertThat(order.getKind()).isEqualTo(OrderKind.LOOK_UP);
        assertThat(order.getAccount()).isEqualTo("demo");
        assertThat(orders("reach_1")).hasSize(1);
        answer(order, DmOutcome.RESOLVED, null, true);
        await().atMost(TIMEOUT).untilAsserted(() -> expect("@reach_1", "yes", null));
        assertThat(orders("reach_1")).hasSize(1);
    }

    @Test
    void whoTakesNoMessagesFromUsCanFollowOrWrite() {
        expect("@reach_2", "unknown", null);
        answer(order("reach_2"), DmOutcome.RESOLVED, null, false);

        await().atMost(TIMEOUT).untilAsserted(() -> expect("@reach_2", "no", "target_closed"));
        ask("@reach_2")
                .expectBody()
                .jsonPath("$.next_action.type")
                .isEqualTo("follow")
                .jsonPath("$.next_action.or.type")
                .isEqualTo("write")
                .jsonPath("$.eta")
                .isEqualTo(null);
    }

    @Test
    void whatThePersonCanDoIsSaidInTheLanguageOfTheCaller() {
        expect("@reach_lang", "unknown", null);
        answer(order("reach_lang"), DmOutcome.RESOLVED, null, false);
        await().atMost(TIMEOUT).untilAsserted(() -> expect("@reach_lang", "no", "target_closed"));

        String english = nextAction("en");
        String german = nextAction("de-AT,en;q=0.5");
        assertThat(nextAction("de")).isEqualTo(german).isNotEqualTo(english);
        assertThat(nextAction("tr")).isNotEqualTo(english).isNotEqualTo(german);
        assertThat(List.of(nextAction("xx"), nextAction("*"), nextAction(";;="), nextAction("")))
                .containsOnly(english);
    }

    private static String nextAction(String language) {
        Map<?, ?> answer = api.as(RunningApi.KEY)
                .get()
                .uri("/v1/targets/@reach_lang/reachability")
                .header("Accept-Language", language)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return String.valueOf(((Map<?, ?>) answer.get("next_action")).get("text"));
    }

    @Test
    void anAccountThatXDoesNotHaveIsNotReachable() {
        expect("@reach_3", "unknown", null);
        answer(order("reach_3"), DmOutcome.REFUSED, DmReason.TARGET_SUSPENDED, null);

        await().atMost(TIMEOUT).untilAsserted(() -> expect("@reach_3", "no", "target_suspended"));
    }

    @Test
    void whyXCouldNotBeAskedIsSaidWithUnknown() {
        expect("@reach_4", "unknown", null);
        answer(order("reach_4"), DmOutcome.REFUSED, DmReason.X_UNAVAILABLE, null);

        await().atMost(TIMEOUT).untilAsserted(() -> expect("@reach_4", "unknown", "x_unavailable"));
    }

    @Test
    void onlyTheTenantThatReceivedAnOptOutLearnsThatItIsTheReason() {
        // Given
        api.as(RunningApi.KEY)
                .post()
                .uri("/v1/verifications")
                .bodyValue(Map.of("target", Map.of("user_id", "9105")))
                .exchange()
                .expectStatus()
                .isAccepted();
        api.tell(Topics.X_ACTIVITY, "9105", api.message("9105", "STOP"));

        // Then
        await().atMost(TIMEOUT).untilAsserted(() -> expect("9105", "no", "opted_out"));
        api.as(RunningApi.OTHER_TENANT_KEY)
                .get()
                .uri("/v1/targets/9105/reachability")
                .exchange()
                .expectBody()
                .jsonPath("$.reachable")
                .isEqualTo("no")
                .jsonPath("$.reason")
                .isEqualTo(null);
    }

    @Test
    void aHandleCarriesAnAt() {
        for (String target : List.of("jack", "@", "0", "@not-a-handle")) {
            ask(target).expectStatus().isBadRequest();
        }
    }

    private static ResponseSpec ask(String target) {
        return api.as(RunningApi.KEY)
                .get()
                .uri("/v1/targets/{target}/reachability", target)
                .exchange();
    }

    private static void expect(String target, String reachable, String reason) {
        ask(target)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.reachable")
                .isEqualTo(reachable)
                .jsonPath("$.reason")
                .isEqualTo(reason);
    }

    private static VerificationRequested order(String handle) {
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(orders(handle)).isNotEmpty());
        return orders(handle).getFirst();
    }

    private static List<VerificationRequested> orders(String handle) {
        return api.heard().stream()
                .filter(record -> record.topic().equals(Topics.VERIFICATION_REQUESTED))
                .map(record -> (VerificationRequested) CODEC.decode(record.value()))
                .filter(order -> handle.equalsIgnoreCase(order.getTargetHandle()))
                .toList();
    }

    private static void answer(VerificationRequested order, DmOutcome outcome, DmReason reason, Boolean takesMessages) {
        DmAttempted report = DmAttempted.newBuilder(api.report(order.getVerificationId(), order.getDispatch(), outcome)
                        .build())
                .setKind(OrderKind.LOOK_UP)
                .setCodeVersion(0)
                .setReason(reason)
                .setRecipientTakesMessages(takesMessages)
                .build();
        api.tell(Topics.DM_ATTEMPTED, order.getVerificationId(), report);
    }
}
