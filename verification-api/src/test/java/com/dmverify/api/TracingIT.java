package com.dmverify.api;

import static com.dmverify.schemas.Topics.DM_ATTEMPTED;
import static com.dmverify.schemas.Topics.VERIFICATION_EVENTS;
import static com.dmverify.schemas.Topics.VERIFICATION_REQUESTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.events.DmOutcome;
import com.dmverify.local.LocalKafka;
import com.dmverify.local.LocalRedis;
import com.dmverify.local.LocalServices;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

/** The service with the profile {@code tracing}: its spans are exported, and the records hang under them. */
class TracingIT {

    private static final String CALLER = "dddddddddddddddddddddddddddddddd";
    private static final String SENDER = "eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee";
    private static final String PARENT_SPAN = "b7ad6b7169203331";

    /** Of its own: two services on one Kafka would share the records. */
    private static final LocalKafka KAFKA = LocalKafka.builder().build();

    private static final LocalRedis REDIS = LocalRedis.builder().build();
    private static RunningApi api;

    @BeforeAll
    static void start() {
        api = new RunningApi(
                LocalServices.start(KAFKA, REDIS),
                "spring.profiles.active=tracing",
                "management.tracing.sampling.probability=1.0",
                "management.opentelemetry.tracing.export.schedule-delay=100ms");
    }

    @AfterAll
    static void stop() {
        api.close();
        REDIS.close();
        KAFKA.close();
    }

    @Test
    void theRecordsOfARequestHangUnderItsSpan() {
        EntityExchangeResult<Map<?, ?>> answer = open("tracing_one", "00-" + CALLER + "-" + PARENT_SPAN + "-01");

        SpanData span = span(CALLER, SpanKind.SERVER);
        assertThat(span.getParentSpanId()).isEqualTo(PARENT_SPAN);
        assertThat(answer.getResponseHeaders().getFirst("Request-Id")).isEqualTo(CALLER);
        await().untilAsserted(() -> {
            assertThat(parents(VERIFICATION_REQUESTED, id(answer))).containsExactly(parent(span));
            assertThat(parents(VERIFICATION_EVENTS, id(answer))).containsExactly(parent(span));
        });
    }

    @Test
    void aRequestWithoutATraceIsNamedByTheTraceOfItsSpan() {
        EntityExchangeResult<Map<?, ?>> answer = open("tracing_two", "nonsense");

        String requestId = String.valueOf(answer.getResponseHeaders().getFirst("Request-Id"));
        SpanData span = span(requestId, SpanKind.SERVER);
        await().untilAsserted(() ->
                assertThat(parents(VERIFICATION_REQUESTED, id(answer))).containsExactly(parent(span)));
    }

    @Test
    void theWorkForARecordIsASpanBelowIt() {
        String id = id(open("tracing_three", "nonsense"));

        api.tell(
                DM_ATTEMPTED,
                id,
                api.report(id, 1, DmOutcome.SENT).build(),
                "00-" + SENDER + "-" + PARENT_SPAN + "-01");

        SpanData span = span(SENDER, SpanKind.CONSUMER);
        assertThat(span.getParentSpanId()).isEqualTo(PARENT_SPAN);
        await().untilAsserted(() ->
                assertThat(parents(VERIFICATION_EVENTS, id)).hasSize(2).endsWith(parent(span)));
    }

    private static SpanData span(String trace, SpanKind kind) {
        return await().until(
                        () -> api.spans.getFinishedSpanItems().stream()
                                .filter(span -> span.getTraceId().equals(trace) && span.getKind() == kind)
                                .findFirst()
                                .orElse(null),
                        Objects::nonNull);
    }

    private static String parent(SpanData span) {
        return "00-" + span.getTraceId() + "-" + span.getSpanId() + "-01";
    }

    private static List<String> parents(String topic, String id) {
        return api.recordsOf(topic, id).stream().map(TracingIT::parent).toList();
    }

    private static String parent(ConsumerRecord<String, byte[]> record) {
        return new String(record.headers().lastHeader("traceparent").value(), StandardCharsets.UTF_8);
    }

    private static String id(EntityExchangeResult<Map<?, ?>> answer) {
        return String.valueOf(Objects.requireNonNull(answer.getResponseBody()).get("id"));
    }

    private static EntityExchangeResult<Map<?, ?>> open(String handle, String traceparent) {
        return api.as(RunningApi.KEY)
                .post()
                .uri("/v1/verifications")
                .header("traceparent", traceparent)
                .bodyValue(Map.of("target", Map.of("handle", handle)))
                .exchange()
                .expectStatus()
                .isAccepted()
                .expectBody(new ParameterizedTypeReference<Map<?, ?>>() {})
                .returnResult();
    }
}
