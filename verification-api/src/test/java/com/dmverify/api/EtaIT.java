package com.dmverify.api;

import static com.dmverify.api.eta.RateLimitEvents.limits;
import static com.dmverify.api.eta.RateLimitEvents.window;
import static com.dmverify.schemas.Topics.DM_ATTEMPTED;
import static com.dmverify.schemas.Topics.DM_RATE_LIMITS;
import static com.dmverify.schemas.Topics.X_ACTIVITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.events.DmOutcome;
import com.dmverify.events.RateLimitStatus;
import com.dmverify.events.RateLimitWindow;
import com.dmverify.schemas.ReasonWords;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** What a platform is told of when its message will leave. Each test has an account, and so a queue, of its own. */
@ExtendWith(SharedApi.class)
class EtaIT {

    private static final Duration LENGTH = Duration.ofMinutes(15);
    private static final ParameterizedTypeReference<Map<String, Object>> RESOURCE =
            new ParameterizedTypeReference<>() {};
    private static final AtomicInteger TESTS = new AtomicInteger();
    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static RunningApi api;

    private final String account = SharedApi.etaAccount(TESTS.getAndIncrement());

    @BeforeAll
    static void start(RunningApi shared) {
        api = shared;
    }

    @Test
    void withoutAPaceNothingIsKnown() {
        assertThat(etaOf(ask())).isNull();
    }

    @Test
    void theBudgetAndTheQueueSayWhenAMessageLeaves() {
        // Given: one message is left, two in each window after the reset
        Instant now = api.clock.instant();
        Instant reset = now.plusSeconds(60);
        senderSays(window(2, 1, LENGTH, reset));

        // When
        List<Map<String, Object>> answers =
                IntStream.range(0, 5).mapToObj(i -> ask()).toList();

        // Then: also after the deadline of five minutes
        assertThat(answers.stream().map(EtaIT::etaOf))
                .containsExactly(now.plusMillis(1), reset, reset, reset.plus(LENGTH), reset.plus(LENGTH));
        Instant later = api.clock.instant();
        assertThat(answers.stream().map(answer -> etaOf(look(idOf(answer)))))
                .containsExactly(later, reset, reset, reset.plus(LENGTH), reset.plus(LENGTH));
    }

    @Test
    void whoIsSettledOrCanceledMakesWay() {
        // Given
        Instant reset = api.clock.instant().plus(Duration.ofMinutes(4));
        senderSays(window(1, 1, LENGTH, reset));
        String settled = idOf(ask());
        String canceled = idOf(ask());
        String waiting = idOf(ask());
        assertThat(etaOf(look(waiting))).isEqualTo(reset.plus(LENGTH));

        // When
        report(settled, 1, DmOutcome.SENT, null);

        // Then
        await().untilAsserted(() -> assertThat(etaOf(look(waiting))).isEqualTo(reset));
        assertThat(etaOf(look(settled))).isNull();
        assertThat(etaOf(post(canceled, "cancel"))).isNull();
        assertThat(etaOf(look(waiting))).isEqualTo(api.clock.instant());
        assertThat(etaOf(ask())).isEqualTo(reset);
    }

    @Test
    void whoWillBeGivenUpBeforeTheResetIsNotWaitedFor() {
        // Given: two wait since 10:00 for a reset at 10:06, and are given up at 10:05
        Instant reset = api.clock.instant().plus(Duration.ofMinutes(6));
        senderSays(window(1, 0, LENGTH, reset));
        ask();
        ask();

        // When
        api.clock.advance(Duration.ofMinutes(4));
        senderSays(window(1, 0, LENGTH, reset));

        // Then
        assertThat(etaOf(ask())).isEqualTo(reset);
        assertThat(etaOf(ask())).isEqualTo(reset.plus(LENGTH));
    }

    @Test
    void aMessageThatIsSentAgainIsQueuedAgain() {
        // Given
        String id = idOf(ask());
        report(id, 1, DmOutcome.SENT, null);
        await().untilAsserted(() -> assertThat(deliveryStatus(look(id))).isEqualTo("sent"));
        api.clock.advance(Duration.ofSeconds(61));
        Instant reset = api.clock.instant().plusSeconds(9);
        senderSays(window(15, 0, LENGTH, reset));
        assertThat(etaOf(look(id))).isNull();

        // When
        Map<String, Object> again = post(id, "resend");

        // Then
        assertThat(etaOf(again)).isEqualTo(reset);

        // When: X refuses the second message, which is told to nobody
        report(id, 2, DmOutcome.REFUSED, "target_closed");

        // Then
        await().untilAsserted(() -> assertThat(deliveryStatus(look(id))).isEqualTo("sent"));
        senderSays(window(1, 1, LENGTH, reset));
        assertThat(etaOf(ask())).isEqualTo(api.clock.instant());
    }

    @Test
    void whoFollowsIsQueuedAgain() {
        // Given
        senderSays(window(15, 15, LENGTH, api.clock.instant()));
        String id = idOf(ask());
        report(id, 1, DmOutcome.REFUSED, "target_closed");
        await().untilAsserted(() -> assertThat(deliveryStatus(look(id))).isEqualTo("awaiting_user_action"));
        assertThat(etaOf(look(id))).isNull();

        // When
        api.tell(X_ACTIVITY, "81", api.follow("81"));

        // Then
        await().untilAsserted(() -> assertThat(etaOf(look(id))).isEqualTo(api.clock.instant()));
    }

    @Test
    void listsKnowItToo() {
        // Given
        Instant reset = api.clock.instant().plusSeconds(60);
        senderSays(window(1, 1, LENGTH, reset));
        ask();
        ask();

        // When
        ResponseSpec list =
                platform().get().uri("/v1/verifications?reference=order-42").exchange();

        // Then
        assertThat(list(body(list))).extracting(EtaIT::etaOf).containsExactly(reset, api.clock.instant());
    }

    @Test
    void anEtaIsAsPreciseAsTheOtherTimes() {
        senderSays(window(15, 15, LENGTH, api.clock.instant()));
        api.clock.advance(Duration.ofNanos(1));

        Instant eta = etaOf(ask());

        api.clock.advance(Duration.ofNanos(999_999));
        assertThat(eta).isEqualTo(api.clock.instant().minusMillis(1));
    }

    @Test
    void aPaceThatIsOldIsNotBelieved() {
        senderSays(window(15, 15, LENGTH, api.clock.instant()));
        String id = idOf(ask());
        assertThat(etaOf(look(id))).isNotNull();

        api.clock.advance(Duration.ofMinutes(2));

        assertThat(etaOf(look(id))).isNull();
    }

    @Test
    void aQueueThatCannotBeReadFailsNoRequest() {
        // Given
        senderSays(window(15, 15, LENGTH, api.clock.instant()));
        api.keepInRedis("verification:queue:{" + account + "}", "not a queue");

        // When
        Map<String, Object> answer = ask();

        // Then
        assertThat(answer.get("status")).isEqualTo("pending");
        assertThat(etaOf(answer)).isNull();
        assertThat(etaOf(post(idOf(answer), "cancel"))).isNull();
    }

    /** Returns when the service has heard it. */
    private void senderSays(RateLimitWindow window) {
        RateLimitStatus limits = limits(account, api.clock.instant(), window);
        api.tell(DM_RATE_LIMITS, account, limits);
        await().until(() -> api.hasHeard(limits));
    }

    private static void report(String id, int dispatch, DmOutcome outcome, @Nullable String reason) {
        api.tell(
                DM_ATTEMPTED,
                id,
                api.report(id, dispatch, outcome)
                        .setReason(
                                reason == null
                                        ? null
                                        : ReasonWords.parse(reason).orElseThrow())
                        .setRecipientUserId("81")
                        .build());
    }

    /** One after the other: who comes in the same millisecond has no order. */
    private Map<String, Object> ask() {
        api.clock.advance(Duration.ofMillis(1));
        return body(platform()
                .post()
                .uri("/v1/verifications")
                .bodyValue(Map.of(
                        "target", Map.of("handle", "waiting_" + PEOPLE.incrementAndGet()), "reference", "order-42"))
                .exchange()
                .expectStatus()
                .isAccepted());
    }

    private Map<String, Object> look(String id) {
        return body(platform().get().uri("/v1/verifications/" + id).exchange());
    }

    private Map<String, Object> post(String id, String act) {
        return body(platform().post().uri("/v1/verifications/" + id + "/" + act).exchange());
    }

    private WebTestClient platform() {
        return api.as(account);
    }

    private static Map<String, Object> body(ResponseSpec response) {
        return Objects.requireNonNull(
                response.expectBody(RESOURCE).returnResult().getResponseBody());
    }

    @SuppressWarnings("unchecked") // a list of resources has resources
    private static List<Map<String, Object>> list(Map<String, Object> body) {
        return (List<Map<String, Object>>) Objects.requireNonNull(body.get("data"));
    }

    private static String idOf(Map<String, Object> resource) {
        return String.valueOf(resource.get("id"));
    }

    private static Map<?, ?> delivery(Map<String, Object> resource) {
        return (Map<?, ?>) Objects.requireNonNull(resource.get("delivery"));
    }

    private static String deliveryStatus(Map<String, Object> resource) {
        return String.valueOf(delivery(resource).get("status"));
    }

    private static @Nullable Instant etaOf(Map<String, Object> resource) {
        assertThat(delivery(resource).containsKey("eta")).isTrue();
        Object eta = delivery(resource).get("eta");
        return eta == null ? null : Instant.parse(eta.toString());
    }
}
