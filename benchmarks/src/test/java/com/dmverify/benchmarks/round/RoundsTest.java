package com.dmverify.benchmarks.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.dmverify.benchmarks.figure.Comparison;
import com.dmverify.benchmarks.figure.Unit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private static final Effort EFFORT = new Effort(3, Duration.ofSeconds(2), Duration.ofSeconds(30));

    private final List<String> turns = new ArrayList<>();
    private long nanos;

    @Test
    void ratesAreThoseOfTheClock() {
        // When
        Comparison comparison = compare(new Worker("ours", 500), new Worker("ceiling", 1000));
        // Then
        assertThat(comparison.ours().sample().median()).isEqualTo(500);
        assertThat(comparison.ceiling().sample().median()).isEqualTo(1000);
        assertThat(comparison.ratio()).isEqualTo(0.5);
    }

    @Test
    void measuredRoundsTakeTurns() {
        // When
        compare(new Worker("ours", 500), new Worker("ceiling", 1000));
        // Then
        assertThat(turns.subList(turns.size() - 6, turns.size()))
                .containsExactly("ours", "ceiling", "ours", "ceiling", "ours", "ceiling");
    }

    @Test
    void roundsGrowToTheWantedLength() {
        // Given
        Worker ours = new Worker("ours", 500);
        // When
        compare(ours, new Worker("ceiling", 1000));
        // Then
        assertThat(ours.last).isEqualTo(1000);
    }

    @Test
    void oursWarmsUpLongest() {
        // Given
        Worker ours = new Worker("ours", 500);
        Worker ceiling = new Worker("ceiling", 500);
        // When
        compare(ours, ceiling);
        // Then
        assertThat(ours.done).isGreaterThan(2 * ceiling.done);
    }

    @Test
    void preparationAndProofAreNotMeasured() {
        // Given
        Worker ours = new Worker("ours", 500);
        ours.aside = TimeUnit.SECONDS.toNanos(100);
        // When
        Comparison comparison = compare(ours, new Worker("ceiling", 1000));
        // Then
        assertThat(comparison.ours().sample().median()).isEqualTo(500);
    }

    @Test
    void workThatIsNotProvenIsNoFigure() {
        // Given
        Worker idler = new Worker("ours", 500);
        idler.lies = true;
        // Then
        assertThatIllegalStateException().isThrownBy(() -> compare(idler, new Worker("ceiling", 1000)));
    }

    private Comparison compare(Worker ours, Worker ceiling) {
        return new Rounds(EFFORT, () -> nanos).compare(Unit.SENDS_PER_SECOND, ours, ceiling);
    }

    /** Does so many operations per second of the test's clock. */
    private final class Worker implements Workload {

        private final String name;
        private final int perSecond;
        private long aside;
        private boolean lies;
        private int last;
        private long done;

        Worker(String name, int perSecond) {
            this.name = name;
            this.perSecond = perSecond;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void prepare(int operations) {
            nanos += aside;
        }

        @Override
        public void carryOut(int operations) {
            turns.add(name);
            last = operations;
            done += operations;
            nanos += TimeUnit.SECONDS.toNanos(operations) / perSecond;
        }

        @Override
        public void prove(int operations) {
            nanos += aside;
            if (lies) {
                throw new IllegalStateException("nothing was done");
            }
        }
    }
}
