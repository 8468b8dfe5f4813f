package com.dmverify.sender.consume;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.local.testing.MutableClock;
import com.dmverify.sender.fixture.Orders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class OffsetTrackerTest {

    private static final Instant SOON = Orders.START.plusSeconds(1);
    private static final Instant LATER = Orders.START.plusSeconds(10);
    private static final int PLACES = 4;
    private static final int IN_HAND = 6;

    private final MutableClock clock = MutableClock.at(Orders.START);
    private final OffsetTracker tracker =
            new OffsetTracker(clock, ConsumerRecord::key, new OffsetTracker.Bulkhead(PLACES, IN_HAND));

    @Test
    void whatWasReadIsDueInItsOrder() {
        // When
        tracker.read(records(5, 8));

        // Then
        assertThat(List.of(next(), next(), next(), next())).containsExactly(5L, 6L, 7L, -1L);
    }

    @Test
    void thePositionStaysAtTheFirstThatIsNotFinished() {
        // Given
        tracker.read(records(5, 8));

        // When
        tracker.finished(record(5));
        tracker.finished(record(7));

        // Then
        assertThat(tracker.position()).isEqualTo(6);
        assertThat(tracker.unfinished()).isEqualTo(1);
    }

    @Test
    void whenAllIsFinishedThePositionIsBehindAllThatWasRead() {
        // Given
        tracker.read(records(5, 7));

        // When
        tracker.finished(record(6));
        tracker.finished(record(5));

        // Then
        assertThat(tracker.position()).isEqualTo(7);
        assertThat(tracker.unfinished()).isZero();
    }

    @Test
    void whatWasReadIsNotNewAgain() {
        // Given
        tracker.read(records(4, 6));
        next();
        tracker.finished(record(4));

        // When
        tracker.read(records(4, 7));

        // Then
        assertThat(List.of(next(), next(), next())).containsExactly(5L, 6L, -1L);
        assertThat(tracker.unfinished()).isEqualTo(2);
    }

    @Test
    void offsetsThatAreUsedAgainAfterTheLogWasCutAreNewRecords() {
        // Given
        tracker.read(records(4, 8));
        ConsumerRecord<String, byte[]> lost = tracker.next().orElseThrow().value();
        tracker.finished(lost);
        ConsumerRecord<String, byte[]> alsoLost = tracker.next().orElseThrow().value();

        // When
        tracker.read(List.of(record(5, 2), record(6, 2)));
        tracker.finished(alsoLost);

        // Then
        assertThat(tracker.position()).isEqualTo(5);
        assertThat(tracker.unfinished()).isEqualTo(2);
        assertThat(offsetsOf(due())).contains(5L, 6L);
    }

    @Test
    void aTopicThatWasMadeAgainIsReadFromItsBegin() {
        // Given
        tracker.read(records(5_000, 5_001));
        tracker.finished(tracker.next().orElseThrow().value());
        tracker.committed(5_001);

        // When
        tracker.read(records(0, 1));

        // Then
        assertThat(next()).isZero();
        assertThat(tracker.position()).isZero();
        assertThat(tracker.isUncommitted()).isTrue();
    }

    @Test
    void aRecordThatWaitsIsNotDueBeforeItsTime() {
        // Given
        tracker.read(records(5, 8));
        defer(LATER, SOON, SOON);

        // When
        clock.set(SOON);

        // Then
        assertThat(List.of(next(), next(), next())).containsExactly(6L, 7L, -1L);
        clock.set(LATER);
        assertThat(next()).isEqualTo(5);
    }

    @Test
    void aRecordThatHasWaitedComesBeforeThoseThatWereJustRead() {
        // Given
        tracker.read(records(5, 6));
        defer(SOON);
        clock.set(LATER);

        // When
        tracker.read(records(6, 7));

        // Then
        assertThat(List.of(next(), next())).containsExactly(5L, 6L);
    }

    @Test
    void aRecordThatComesBackAtOnceWaitsLongerEachTime() {
        // Given
        tracker.read(records(5, 6));
        List<Duration> pauses = new ArrayList<>();

        // When
        for (int time = 1; time <= 9; time++) {
            Instant before = clock.instant();
            tracker.waits(dueAtLast(), Orders.START);
            pauses.add(Duration.between(before, clock.instant()));
        }

        // Then
        assertThat(pauses.subList(1, 9)).isSorted().doesNotContain(Duration.ZERO);
        assertThat(pauses.getLast()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void anAccountWhosePlacesAreTakenLeavesThoseOfOthersFree() {
        // Given
        tracker.read(IntStream.range(0, IN_HAND - 1)
                .mapToObj(offset -> record(offset))
                .toList());
        for (int place = 0; place < PLACES; place++) {
            next();
        }

        // When
        long none = next();
        tracker.read(List.of(recordOf("other", IN_HAND - 1)));

        // Then
        assertThat(none).isEqualTo(-1);
        assertThat(next()).isEqualTo(IN_HAND - 1);
    }

    @Test
    void whatIsBeyondTheShareOfAnAccountIsSurplusAndTakesNoneOfItsPlaces() {
        // When
        tracker.read(records(0, IN_HAND + 2));

        // Then
        assertThat(due())
                .extracting(OffsetTracker.Due::surplus)
                .containsExactly(false, false, false, false, true, true);
    }

    @Test
    void theBrokersAreToldOfAPositionOnce() {
        // Given
        tracker.read(records(5, 6));
        boolean before = tracker.isUncommitted();

        // When
        tracker.committed(5);

        // Then
        assertThat(before).isTrue();
        assertThat(tracker.isUncommitted()).isFalse();
    }

    private void defer(Instant... until) {
        for (Instant instant : until) {
            tracker.waits(tracker.next().orElseThrow().value(), instant);
        }
    }

    private ConsumerRecord<String, byte[]> dueAtLast() {
        Optional<OffsetTracker.Due> next = tracker.next();
        while (next.isEmpty()) {
            clock.advance(Duration.ofMillis(1));
            next = tracker.next();
        }
        return next.get().value();
    }

    private List<OffsetTracker.Due> due() {
        List<OffsetTracker.Due> all = new ArrayList<>();
        for (var next = tracker.next(); next.isPresent(); next = tracker.next()) {
            all.add(next.get());
        }
        return all;
    }

    private static List<Long> offsetsOf(List<OffsetTracker.Due> due) {
        return due.stream().map(one -> one.value().offset()).toList();
    }

    private long next() {
        return tracker.next().map(due -> due.value().offset()).orElse(-1L);
    }

    private static List<ConsumerRecord<String, byte[]>> records(int from, int to) {
        return IntStream.range(from, to).mapToObj(OffsetTrackerTest::record).toList();
    }

    private static ConsumerRecord<String, byte[]> record(long offset) {
        return recordOf("main", offset);
    }

    private static ConsumerRecord<String, byte[]> recordOf(String account, long offset) {
        return new ConsumerRecord<>("verification.requested", 1, offset, account, new byte[0]);
    }

    /** A record of another leader than those above. */
    private static ConsumerRecord<String, byte[]> record(long offset, int leaderEpoch) {
        return new ConsumerRecord<>(
                "verification.requested",
                1,
                offset,
                1L,
                TimestampType.CREATE_TIME,
                4,
                0,
                "main",
                new byte[0],
                new RecordHeaders(),
                Optional.of(leaderEpoch));
    }
}
