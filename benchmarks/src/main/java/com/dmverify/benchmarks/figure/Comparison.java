package com.dmverify.benchmarks.figure;

/**
 * Ours beside the ceiling.
 *
 * @param ceiling what could be had at best on the same machine in the same run, or the alternative
 */
public record Comparison(Unit unit, Side ours, Side ceiling) {

    /** How near we come: 1 is as good as the ceiling, more is better, for either kind of unit. Of the medians. */
    public double ratio() {
        double our = ours.sample().median();
        double best = ceiling.sample().median();
        return unit.moreIsBetter() ? our / best : best / our;
    }
}
