package com.dmverify.benchmarks.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.benchmarks.figure.Comparison;
import com.dmverify.benchmarks.figure.Report;
import com.dmverify.benchmarks.figure.Sample;
import com.dmverify.benchmarks.figure.Side;
import com.dmverify.benchmarks.figure.Unit;
import com.dmverify.benchmarks.machine.Machine;
import com.dmverify.benchmarks.round.Effort;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PageTest {

    private static final Machine MACHINE = new Machine("A Processor, 2 cores", "23 GiB", "Linux", "A JDK 25");
    private static final Effort EFFORT = new Effort(3, Duration.ofSeconds(1), Duration.ZERO);

    @Test
    void saysWhatWasMeasuredOnWhatAndHow() {
        // Given
        Comparison comparison = new Comparison(
                Unit.SENDS_PER_SECOND,
                new Side("the sender", Sample.of(1000, 1200, 900)),
                new Side("the load", Sample.of(2000, 2100, 1900)));
        Comparison plain = new Comparison(
                Unit.SENDS_PER_SECOND, comparison.ours(), new Side("one call", Sample.of(4000, 4000, 4000)));
        Report report =
                new Report("send", "How fast?", List.of(comparison), Optional.of(plain), List.of("Proof: counted."));
        // When
        String page = new Page(MACHINE, LocalDate.of(2026, 11, 21))
                .of(List.of(new Measured(report, EFFORT, OptionalInt.of(42))));
        // Then
        assertThat(page)
                .contains(
                        "| the sender | 1,000 sends/s (900 – 1,200) | the load | 2,000 sends/s (1,900 – 2,100) | **0.50** |")
                .contains(
                        "| the sender | 1,000 sends/s (900 – 1,200) | one call | 4,000 sends/s (4,000 – 4,000) | **0.25** |")
                .contains("| date | 2026-11-21 |", "A Processor, 2 cores", "A JDK 25")
                .contains("3 rounds. Other programs used 42 % of the machine meanwhile.")
                .contains("* Proof: counted.")
                .endsWith("\n");
    }
}
