package com.dmverify.api;

import static com.dmverify.schemas.Topics.DM_ATTEMPTED;
import static com.dmverify.schemas.Topics.VERIFICATION_EVENTS;
import static com.dmverify.schemas.Topics.VERIFICATION_REQUESTED;
import static com.dmverify.schemas.Topics.X_ACTIVITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.events.DmOutcome;
import com.dmverify.events.DmReason;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Who follows one trace sees all that came of it. */
@ExtendWith(SharedApi.class)
class TraceIT {

    private static final String CALLER = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private static final String SENDER = "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";
    private static final String WEBHOOK = "cccccccccccccccccccccccccccccccc";
    private static RunningApi api;

    @BeforeAll
    static void start(RunningApi shared) {
        api = shared;
    }

    @Test
    void theTraceOfARequestIsThatOfItsRecords() {
        String id = open("traced_one", traceparent(CALLER));

        await().untilAsserted(() -> {
            assertThat(traces(VERIFICATION_REQUESTED, id)).containsExactly(CALLER);
            assertThat(traces(VERIFICATION_EVENTS, id)).containsExactly(CALLER);
        });
        assertThat(api.recordsOf(VERIFICATION_REQUESTED, id))
                .singleElement()
                .satisfies(order -> assertThat(order.headers().headers("traceparent"))
                        .singleElement()
                        .satisfies(
                                header -> assertThat(header.value()).asString().isEqualTo(traceparent(CALLER))));
    }

    @Test
    void aRequestWithoutATraceBeginsOne() {
        String id = open("traced_two", "nonsense");

        await().untilAsserted(() -> assertThat(traces(VERIFICATION_REQUESTED, id))
                .singleElement()
                .asString()
                .matches("[0-9a-f]{32}"));
        await().untilAsserted(() ->
                assertThat(traces(VERIFICATION_EVENTS, id)).isEqualTo(traces(VERIFICATION_REQUESTED, id)));
    }

    @Test
    void whatComesOfARecordContinuesItsTrace() {
        // Given
        String id = open("traced_three", traceparent(CALLER));

        // When
        api.tell(
                DM_ATTEMPTED,
                id,
                api.report(id, 1, DmOutcome.REFUSED)
                        .setReason(DmReason.TARGET_CLOSED)
                        .setRecipientUserId("71")
                        .build(),
                traceparent(SENDER));
        await().untilAsserted(() -> assertThat(traces(VERIFICATION_EVENTS, id)).containsExactly(CALLER, SENDER));
        api.tell(X_ACTIVITY, "71", api.follow("71"), traceparent(WEBHOOK));

        // Then
        await().untilAsserted(() -> {
            assertThat(traces(VERIFICATION_REQUESTED, id)).containsExactly(CALLER, WEBHOOK);
            assertThat(traces(VERIFICATION_EVENTS, id)).containsExactly(CALLER, SENDER, WEBHOOK);
        });
    }

    @Test
    void whatHappensByItselfContinuesTheTraceOfTheLastOrder() {
        // Given
        String id = open("traced_four", traceparent(CALLER));

        // When
        api.clock.advance(Duration.ofMinutes(7));

        // Then
        await().untilAsserted(() -> assertThat(traces(VERIFICATION_EVENTS, id)).containsExactly(CALLER, CALLER));
    }

    @Test
    void requestsAreTimedButNoFilterAndNoCommandOfRedis() {
        open("traced_five", traceparent(CALLER));

        // A request is counted when its answer was sent, which may be after it was received.
        await().untilAsserted(() -> assertThat(metrics())
                .contains("http_server_requests_seconds_count")
                .doesNotContain("http_server_requests_active", "spring_security", "lettuce"));
    }

    private static String metrics() {
        return String.valueOf(WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + api.managementPort())
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(-1))
                .responseTimeout(Duration.ofSeconds(60))
                .build()
                .get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private static List<String> traces(String topic, String id) {
        return RunningApi.tracesOf(api.recordsOf(topic, id));
    }

    private static String traceparent(String trace) {
        return "00-" + trace + "-b7ad6b7169203331-01";
    }

    private static String open(String handle, String traceparent) {
        ResponseSpec answer = api.as(RunningApi.KEY)
                .post()
                .uri("/v1/verifications")
                .header("traceparent", traceparent)
                .bodyValue(Map.of("target", Map.of("handle", handle)))
                .exchange();
        Map<?, ?> body = answer.expectStatus()
                .isAccepted()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return String.valueOf(Objects.requireNonNull(body).get("id"));
    }
}
