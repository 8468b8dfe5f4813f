package com.dmverify.benchmarks;

import com.dmverify.benchmarks.figure.Comparison;
import com.dmverify.benchmarks.figure.Sample;
import com.dmverify.benchmarks.figure.Side;
import com.dmverify.benchmarks.page.Measured;
import java.io.PrintStream;
import java.util.Locale;

/** Prints what was found. */
final class Console {

    private final PrintStream out;

    Console(PrintStream out) {
        this.out = out;
    }

    void tell(Measured measured) {
        out.println("\n" + measured.report().name() + ": " + measured.report().question());
        measured.report().comparisons().forEach(this::tell);
        out.println("\n  Medians (lowest – highest) of " + measured.effort().rounds()
                + " rounds in turn, after a warm-up. " + measured.disturbance());
        measured.report().notes().forEach(note -> out.println("  " + note));
    }

    private void tell(Comparison comparison) {
        out.println();
        tell("ours", comparison, comparison.ours());
        tell("ceiling", comparison, comparison.ceiling());
        out.println(String.format(Locale.ROOT, "  %-8s %10.2f", "ratio", comparison.ratio()));
    }

    private void tell(String role, Comparison comparison, Side side) {
        Sample sample = side.sample();
        String range = String.format(Locale.ROOT, "(%,.0f – %,.0f)", sample.lowest(), sample.highest());
        out.println(String.format(
                Locale.ROOT,
                "  %-8s %,10.0f %-13s %-19s %s",
                role,
                sample.median(),
                comparison.unit().symbol(),
                range,
                side.name()));
    }
}
