package com.dmverify.sender.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sender.cast.HandClock;
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

class ProgressTest {

    private static final Instant SOON = HandClock.START.plusSeconds(1);
    private static final Instant LATER = HandClock.START.plusSeconds(10);
    private static final int PLACES = 4;
    private static final int IN_HAND = 6;

    private final HandClock clock = new HandClock();
    private final Progress progress = new Progress(clock, ConsumerRecord::key, new Progress.Bulkhead(PLACES, IN_HAND));

    @Test
    void whatWasReadIsDueInItsOrder() {
        // When
        progress.read(records(5, 8));

        // Then
        assertThat(List.of(next(), next(), next(), next())).containsExactly(5L, 6L, 7L, -1L);
    }

    @Test
    void thePositionStaysAtTheFirstThatIsNotFinished() {
        // Given
        progress.read(records(5, 8));

        // When
        progress.finished(record(5));
        progress.finished(record(7));

        // Then
        assertThat(progress.position()).isEqualTo(6);
        assertThat(progress.unfinished()).isEqualTo(1);
    }

    @Test
    void whenAllIsFinishedThePositionIsBehindAllThatWasRead() {
        // Given
        progress.read(records(5, 7));

        // When
        progress.finished(record(6));
        progress.finished(record(5));

        // Then
        assertThat(progress.position()).isEqualTo(7);
        assertThat(progress.unfinished()).isZero();
    }

    @Test
    void whatWasReadIsNotNewAgain() {
        // Given
        progress.read(records(4, 6));
        next();
        progress.finished(record(4));

        // When
        progress.read(records(4, 7));

        // Then
        assertThat(List.of(next(), next(), next())).containsExactly(5L, 6L, -1L);
        assertThat(progress.unfinished()).isEqualTo(2);
    }

    @Test
    void offsetsThatAreUsedAgainAfterTheLogWasCutAreNewRecords() {
        // Given
        progress.read(records(4, 8));
        ConsumerRecord<String, byte[]> lost = progress.next().orElseThrow().value();
        progress.finished(lost);
        ConsumerRecord<String, byte[]> alsoLost = progress.next().orElseThrow().value();

        // When
        progress.read(List.of(record(5, 2), record(6, 2)));
        progress.finished(alsoLost);

        // Then
        assertThat(progress.position()).isEqualTo(5);
        assertThat(progress.unfinished()).isEqualTo(2);
        assertThat(offsetsOf(due())).contains(5L, 6L);
    }

    @Test
    void aTopicThatWasMadeAgainIsReadFromItsBegin() {
        // Given
        progress.read(records(5_000, 5_001));
        progress.finished(progress.next().orElseThrow().value());
        progress.committed(5_001);

        // When
        progress.read(records(0, 1));

        // Then
        assertThat(next()).isZero();
        assertThat(progress.position()).isZero();
        assertThat(progress.isUncommitted()).isTrue();
    }

    @Test
    void aRecordThatWaitsIsNotDueBeforeItsTime() {
        // Given
        progress.read(records(5, 8));
        comeBack(LATER, SOON, SOON);

        // When
        clock.moveTo(SOON);

        // Then
        assertThat(List.of(next(), next(), next())).containsExactly(6L, 7L, -1L);
        clock.moveTo(LATER);
        assertThat(next()).isEqualTo(5);
    }

    @Test
    void aRecordThatHasWaitedComesBeforeThoseThatWereJustRead() {
        // Given
        progress.read(records(5, 6));
        comeBack(SOON);
        clock.moveTo(LATER);

        // When
        progress.read(records(6, 7));

        // Then
        assertThat(List.of(next(), next())).containsExactly(5L, 6L);
    }

    @Test
    void aRecordThatComesBackAtOnceWaitsLongerEachTime() {
        // Given
        progress.read(records(5, 6));
        List<Duration> pauses = new ArrayList<>();

        // When
        for (int time = 1; time <= 9; time++) {
            Instant before = clock.instant();
            progress.waits(dueAtLast(), HandClock.START);
            pauses.add(Duration.between(before, clock.instant()));
        }

        // Then
        assertThat(pauses.subList(1, 9)).isSorted().doesNotContain(Duration.ZERO);
        assertThat(pauses.getLast()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void anAccountWhosePlacesAreTakenLeavesThoseOfOthersFree() {
        // Given
        progress.read(IntStream.range(0, IN_HAND - 1)
                .mapToObj(offset -> record(offset))
                .toList());
        for (int place = 0; place < PLACES; place++) {
            next();
        }

        // When
        long none = next();
        progress.read(List.of(recordOf("other", IN_HAND - 1)));

        // Then
        assertThat(none).isEqualTo(-1);
        assertThat(next()).isEqualTo(IN_HAND - 1);
    }

    @Test
    void whatIsBeyondTheShareOfAnAccountIsSurplusAndTakesNoneOfItsPlaces() {
        // When
        progress.read(records(0, IN_HAND + 2));

        // Then
        assertThat(due()).extracting(Progress.Due::surplus).containsExactly(false, false, false, false, true, true);
    }

    @Test
    void theBrokersAreToldOfAPositionOnce() {
        // Given
        progress.read(records(5, 6));
        boolean before = progress.isUncommitted();

        // When
        progress.committed(5);

        // Then
        assertThat(before).isTrue();
        assertThat(progress.isUncommitted()).isFalse();
    }

    private void comeBack(Instant... until) {
        for (Instant instant : until) {
            progress.waits(progress.next().orElseThrow().value(), instant);
        }
    }

    private ConsumerRecord<String, byte[]> dueAtLast() {
        Optional<Progress.Due> next = progress.next();
        while (next.isEmpty()) {
            clock.move(Duration.ofMillis(1));
            next = progress.next();
        }
        return next.get().value();
    }

    private List<Progress.Due> due() {
        List<Progress.Due> all = new ArrayList<>();
        for (var next = progress.next(); next.isPresent(); next = progress.next()) {
            all.add(next.get());
        }
        return all;
    }

    private static List<Long> offsetsOf(List<Progress.Due> due) {
        return due.stream().map(one -> one.value().offset()).toList();
    }

    private long next() {
        return progress.next().map(due -> due.value().offset()).orElse(-1L);
    }

    private static List<ConsumerRecord<String, byte[]>> records(int from, int to) {
        return IntStream.range(from, to).mapToObj(ProgressTest::record).toList();
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
