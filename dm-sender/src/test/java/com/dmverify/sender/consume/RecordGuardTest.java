package com.dmverify.sender.consume;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.local.testing.MutableClock;
import com.dmverify.sender.fixture.Orders;
import com.dmverify.sender.retry.BackOff;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class RecordGuardTest {

    private static final int MOST = 3;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final List<Throwable> deadLetters = new ArrayList<>();
    private final FailurePolicy failures = new FailurePolicy(
            MutableClock.at(Orders.START),
            Duration.ofMinutes(15),
            PAUSE,
            new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(30), MOST));
    private final ConsumerRecord<String, byte[]> record =
            new ConsumerRecord<>("verification.requested", 1, 7, "main", new byte[0]);

    @Test
    void aRecordThatFailsEachTimeIsADeadLetterInTheEnd() {
        // Given
        Error error = new OutOfMemoryError("Java heap space");
        RecordGuard guard = guard(_ -> {
            throw error;
        });

        // When
        List<Optional<Instant>> answers = List.of(guard.handle(record), guard.handle(record), guard.handle(record));

        // Then
        Optional<Instant> wait = Optional.of(Orders.START.plus(PAUSE));
        assertThat(answers).containsExactly(wait, wait, Optional.empty());
        assertThat(deadLetters).containsExactly(error);
    }

    @Test
    void failuresBeforeASuccessAreForgotten() {
        // Given
        List<Boolean> fails = new ArrayList<>(List.of(true, true, false, true, true));
        RecordGuard guard = guard(_ -> {
            if (fails.removeFirst()) {
                throw new IllegalStateException("now and then");
            }
            return Optional.empty();
        });

        // When
        for (int time = 0; time < 5; time++) {
            guard.handle(record);
        }

        // Then
        assertThat(deadLetters).isEmpty();
    }

    private RecordGuard guard(RecordHandler handler) {
        return new RecordGuard(
                handler,
                (_, cause) -> {
                    deadLetters.add(cause);
                    return Optional.empty();
                },
                failures);
    }
}
