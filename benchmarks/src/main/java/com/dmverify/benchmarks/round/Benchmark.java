package com.dmverify.benchmarks.round;

import com.dmverify.benchmarks.figure.Report;
import com.dmverify.benchmarks.machine.Launch;

/** One question about speed or size, and the way to answer it. */
@FunctionalInterface
public interface Benchmark {

    /**
     * Measures.
     *
     * @throws IllegalStateException if what should have happened did not: then there is nothing to report
     */
    Report run(Launch launch, Effort effort);
}
