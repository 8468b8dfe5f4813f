package com.dmverify.benchmarks.round;

import java.time.Duration;

/**
 * How long to measure.
 *
 * @param rounds measured ones for each workload; the median counts
 * @param round about so long is each
 * @param warmUp before the first measured round, for each workload: the JIT has to see the load
 */
public record Effort(int rounds, Duration round, Duration warmUp) {

    public Effort {
        if (rounds < 1 || !round.isPositive() || warmUp.isNegative()) {
            throw new IllegalArgumentException("At least one round, of some length");
        }
    }
}
