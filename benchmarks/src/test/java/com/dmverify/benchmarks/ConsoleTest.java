package com.dmverify.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.benchmarks.figure.Comparison;
import com.dmverify.benchmarks.figure.Report;
import com.dmverify.benchmarks.figure.Sample;
import com.dmverify.benchmarks.figure.Side;
import com.dmverify.benchmarks.figure.Unit;
import com.dmverify.benchmarks.page.Measured;
import com.dmverify.benchmarks.round.Effort;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ConsoleTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void theRatiosAreLinesThatAScriptCanRead() {
        // Given
        Side ours = new Side("ours", Sample.of(600));
        Comparison ceiling = new Comparison(Unit.CHECKS_PER_SECOND, ours, new Side("ceiling", Sample.of(1000)));
        Comparison plain = new Comparison(Unit.CHECKS_PER_SECOND, ours, new Side("endpoint", Sample.of(2400)));
        Report report = new Report("check", "How fast?", List.of(ceiling), Optional.of(plain), List.of());
        Effort effort = new Effort(1, Duration.ofSeconds(1), Duration.ZERO);
        // When
        new Console(new PrintStream(printed, true, UTF_8)).print(new Measured(report, effort, OptionalInt.empty()));
        // Then
        assertThat(printed.toString(UTF_8).lines()).contains("ratio 0.60", "plain 0.25");
    }
}
