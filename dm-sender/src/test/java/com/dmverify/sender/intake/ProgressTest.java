package com.dmverify.sender.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sender.cast.HandClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final Instant SOON = HandClock.START.plusSeconds(1);
    private static final Instant LATER = HandClock.START.plusSeconds(10);

    private final HandClock clock = new HandClock();
    private final Progress progress = new Progress(clock);

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
        assertThat(progress.ahead()).isEqualTo(2);
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
        assertThat(progress.ahead()).isZero();
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
    void whoWaitsIsNotDueBeforeItsTime() {
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
    void whoHasWaitedComesBeforeThoseWhoWereJustRead() {
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
            progress.waits(progress.next().orElseThrow(), instant);
        }
    }

    private long next() {
        Optional<ConsumerRecord<String, byte[]>> next = progress.next();
        return next.map(ConsumerRecord::offset).orElse(-1L);
    }

    private static List<ConsumerRecord<String, byte[]>> records(int from, int to) {
        return IntStream.range(from, to).mapToObj(ProgressTest::record).toList();
    }

    private static ConsumerRecord<String, byte[]> record(long offset) {
        return new ConsumerRecord<>("verification.requested", 1, offset, "main", new byte[0]);
    }
}
