package com.dmverify.benchmarks.page;

import com.dmverify.benchmarks.figure.Report;
import com.dmverify.benchmarks.round.Effort;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * A report and how it came about.
 *
 * @param otherLoad percent of the machine that other programs used meanwhile
 */
public record Measured(Report report, Effort effort, OptionalInt otherLoad) {

    /** In a sentence. */
    public String disturbance() {
        return otherLoad.isEmpty()
                ? "What else ran on the machine is not known."
                : String.format(
                        Locale.ROOT, "Other programs used %d %% of the machine meanwhile.", otherLoad.getAsInt());
    }
}
