package com.dmverify.benchmarks.page;

import com.dmverify.benchmarks.figure.Report;
import com.dmverify.benchmarks.round.Effort;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * A report and how it came about.
 *
 * @param neighbours percent of the machine that other programs used meanwhile
 */
public record Measured(Report report, Effort effort, OptionalInt neighbours) {

    /** In a sentence. */
    public String disturbance() {
        return neighbours.isEmpty()
                ? "What else ran on the machine is not known."
                : String.format(
                        Locale.ROOT, "Other programs used %d %% of the machine meanwhile.", neighbours.getAsInt());
    }
}
