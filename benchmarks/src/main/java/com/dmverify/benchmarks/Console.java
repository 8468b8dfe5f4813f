package com.dmverify.benchmarks;

import com.dmverify.benchmarks.figure.Comparison;
import com.dmverify.benchmarks.figure.Sample;
import com.dmverify.benchmarks.figure.Side;
import com.dmverify.benchmarks.figure.Unit;
import com.dmverify.benchmarks.page.Measured;
import java.io.PrintStream;
import java.util.Locale;

/** Prints results. */
final class Console {

    private final PrintStream out;

    Console(PrintStream out) {
        this.out = out;
    }

    void print(Measured measured) {
        out.println("\n" + measured.report().name() + ": " + measured.report().question());
        measured.report().comparisons().forEach(comparison -> print("ratio", comparison, "ceiling"));
        measured.report().plain().ifPresent(comparison -> print("plain", comparison, "endpoint"));
        out.println("\n  Medians (lowest – highest) of " + measured.effort().rounds()
                + " rounds in turn, after a warm-up. " + measured.disturbance());
        measured.report().notes().forEach(note -> out.println("  " + note));
    }

    /** Scripts read the last line of each comparison. */
    private void print(String name, Comparison comparison, String other) {
        out.println();
        print("ours", comparison.unit(), comparison.ours());
        print(other, comparison.unit(), comparison.ceiling());
        out.println(String.format(Locale.ROOT, "%s %.2f", name, comparison.ratio()));
    }

    private void print(String role, Unit unit, Side side) {
        Sample sample = side.sample();
        String range = String.format(Locale.ROOT, "(%,.0f – %,.0f)", sample.lowest(), sample.highest());
        out.println(String.format(
                Locale.ROOT,
                "  %-8s %,10.0f %-13s %-19s %s",
                role,
                sample.median(),
                unit.symbol(),
                range,
                side.name()));
    }
}
