package com.dmverify.sender.withdrawal.follow;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.local.testing.MutableClock;
import com.dmverify.sender.fixture.NanoTime;
import com.dmverify.sender.fixture.Orders;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ReaderLagTest {

    private static final Duration MOST = Duration.ofSeconds(2);
    private static final TopicPartition EVENTS = new TopicPartition("events", 0);
    private static final TopicPartition OPT_OUTS = new TopicPartition("opt-outs", 0);

    private final MutableClock clock = MutableClock.at(Orders.START);
    private final InMemoryPositions positions = new InMemoryPositions();
    private final Map<String, Map<Integer, Long>> ends = new HashMap<>();
    private final ReaderLag lag = new ReaderLag(
            List.of("events", "opt-outs"),
            topic -> {
                Map<Integer, Long> end = ends.get(topic);
                if (end == null) {
                    throw new IllegalStateException("no broker");
                }
                return end;
            },
            positions,
            NanoTime.of(clock),
            MOST);

    @Test
    void beforeTheFirstAnswerNothingIsKnown() {
        assertThat(lag.objection()).isPresent();
        assertThat(lag.lag()).isEmpty();
    }

    @Test
    void onAnIdleTopicTheLagIsZeroWhenTheEndIsReached() {
        // Given
        end(7, 0);
        reach(EVENTS, 7);
        reach(OPT_OUTS, 0);

        // When
        lag.ask();

        // Then
        assertThat(lag.objection()).isEmpty();
        assertThat(lag.lag()).contains(Duration.ZERO);
    }

    @Test
    void aPositionBeyondTheEndOfATopicThatWasMadeAgainIsNotCaughtUp() {
        // Given
        end(7, 0);
        reach(EVENTS, 7);
        reach(OPT_OUTS, 0);
        lag.ask();
        assertThat(lag.objection()).isEmpty();

        // When
        end(0, 0);
        lag.ask();

        // Then
        assertThat(lag.objection()).isPresent();
        assertThat(new FollowHealthIndicator(lag).health().getDetails()).containsKey("calls_wait");
    }

    @Test
    void healthShowsTheLag() {
        // Given
        caughtUp();

        // Then
        assertThat(new FollowHealthIndicator(lag).health().getDetails()).containsEntry("lag_ms", 0L);
    }

    @Test
    void aPartitionWithoutAPositionIsBehind() {
        // Given
        end(0, 0);
        reach(EVENTS, 0);

        // When
        lag.ask();

        // Then
        assertThat(lag.objection()).isPresent();
    }

    @Test
    void aTopicWithoutPartitionsIsUnknown() {
        // Given
        ends.put("events", Map.of());
        ends.put("opt-outs", Map.of(0, 0L));
        reach(OPT_OUTS, 0);

        // When
        lag.ask();

        // Then
        assertThat(lag.objection()).isPresent();
    }

    @Test
    void whileReadersAreLessBehindThanAllowedCallsGoOn() {
        // Given
        caughtUp();

        // When
        end(9, 0);
        clock.advance(Duration.ofSeconds(1));
        lag.ask();
        clock.advance(Duration.ofSeconds(1));
        lag.ask();

        // Then
        assertThat(lag.objection()).isEmpty();
        clock.advance(Duration.ofMillis(1));
        assertThat(lag.objection()).isPresent();
    }

    @Test
    void anEndThatWasSeenEarlierAndIsReachedNowCounts() {
        // Given
        caughtUp();
        for (int second = 1; second <= 4; second++) {
            end(10L * second, 0);
            clock.advance(Duration.ofSeconds(1));
            lag.ask();
        }

        // When
        reach(EVENTS, 30);
        lag.ask();

        // Then
        assertThat(lag.lag()).contains(Duration.ofSeconds(1));
        assertThat(lag.objection()).isEmpty();
    }

    @Test
    void withoutAnAnswerOfKafkaTheLagGrows() {
        // Given
        caughtUp();
        ends.clear();

        // When
        clock.advance(MOST.plusMillis(1));
        lag.ask();

        // Then
        assertThat(lag.objection()).isPresent();
    }

    @Test
    void positionsThatAreLostMakeItUnknown() {
        // Given
        caughtUp();
        positions.lose();

        // When
        lag.ask();

        // Then
        assertThat(lag.objection()).isPresent();
    }

    @Test
    void anErrorEndsNoAsking() {
        // Given
        ReaderLag failing = new ReaderLag(
                List.of("events"),
                _ -> {
                    throw new OutOfMemoryError("thrown by the test");
                },
                positions,
                NanoTime.of(clock),
                MOST);

        // When
        failing.ask();

        // Then
        assertThat(failing.objection()).isPresent();
    }

    private void caughtUp() {
        end(0, 0);
        reach(EVENTS, 0);
        reach(OPT_OUTS, 0);
        lag.ask();
        assertThat(lag.objection()).isEmpty();
    }

    private void end(long events, long optOuts) {
        ends.put("events", Map.of(0, events));
        ends.put("opt-outs", Map.of(0, optOuts));
    }

    private void reach(TopicPartition partition, long offset) {
        Long known = positions.all(partition.topic()).get(partition.partition());
        positions.advance(partition, known == null ? OptionalLong.empty() : OptionalLong.of(known), offset);
    }
}
