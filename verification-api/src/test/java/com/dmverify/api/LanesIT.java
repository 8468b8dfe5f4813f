package com.dmverify.api;

import static com.dmverify.api.SharedApi.LANES;
import static com.dmverify.schemas.Topics.DM_ATTEMPTED;
import static com.dmverify.schemas.Topics.VERIFICATION_REQUESTED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.events.DmOutcome;
import com.dmverify.schemas.TopicSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** The orders of an account with six lanes. */
@ExtendWith(SharedApi.class)
class LanesIT {

    private static final int COUNT = 6;
    private static final int PARTITIONS = TopicSpec.PARTITIONS;
    private static final Duration TIMEOUT = Duration.ofSeconds(90);

    private static RunningApi api;

    @BeforeAll
    static void start(RunningApi shared) {
        api = shared;
    }

    @Test
    void sixLanesUseSixPartitions() {
        // When: so many that no lane stays empty but by a chance of one in ten million
        List<String> ids =
                IntStream.range(0, 100).mapToObj(i -> open("lane_" + i)).toList();

        // Then
        await().atMost(TIMEOUT)
                .untilAsserted(
                        () -> assertThat(api.idsOn(VERIFICATION_REQUESTED)).containsAll(ids));
        Map<String, Set<Integer>> partitions = api.heard().stream()
                .filter(record -> record.topic().equals(VERIFICATION_REQUESTED))
                .filter(record -> record.key().startsWith(LANES))
                .collect(Collectors.groupingBy(
                        ConsumerRecord::key, Collectors.mapping(ConsumerRecord::partition, Collectors.toSet())));
        int first = BuiltInPartitioner.partitionForKey(LANES.getBytes(UTF_8), PARTITIONS);
        assertThat(partitions)
                .containsExactlyInAnyOrderEntriesOf(IntStream.range(0, COUNT)
                        .boxed()
                        .collect(Collectors.toMap(
                                lane -> LANES + "#" + lane, lane -> Set.of((first + lane) % PARTITIONS))));
    }

    @Test
    void allOrdersOfAVerificationStayInOneLane() {
        // Given
        String id = open("one_lane");
        api.tell(
                DM_ATTEMPTED,
                id,
                api.report(id, 1, DmOutcome.SENT).setAccount(LANES).build());
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(status(id)).contains("\"status\":\"sent\""));
        api.clock.advance(Duration.ofSeconds(61));

        // When
        api.as(LANES)
                .post()
                .uri("/v1/verifications/" + id + "/resend")
                .exchange()
                .expectStatus()
                .isAccepted();

        // Then
        await().atMost(TIMEOUT)
                .untilAsserted(() ->
                        assertThat(api.recordsOf(VERIFICATION_REQUESTED, id)).hasSize(2));
        assertThat(api.recordsOf(VERIFICATION_REQUESTED, id))
                .extracting(order -> order.key() + " in " + order.partition())
                .allMatch(place -> place.matches("lanes#[0-5] in [0-9]{1,2}"))
                .satisfies(places -> assertThat(Set.copyOf(places)).hasSize(1));
    }

    private static String status(String id) {
        return String.valueOf(api.as(LANES)
                .get()
                .uri("/v1/verifications/" + id)
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private static String open(String handle) {
        ResponseSpec answer = api.as(LANES)
                .post()
                .uri("/v1/verifications")
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
