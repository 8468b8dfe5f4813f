package com.dmverify.benchmarks.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void halfTheSpeedIsHalfAsGood() {
        assertThat(compare(Unit.SENDS_PER_SECOND, 50, 100).ratio()).isEqualTo(0.5);
    }

    @Test
    void twiceTheTimeIsHalfAsGoodToo() {
        assertThat(compare(Unit.MILLISECONDS, 200, 100).ratio()).isEqualTo(0.5);
        assertThat(compare(Unit.MEBIBYTES, 200, 100).ratio()).isEqualTo(0.5);
    }

    @Test
    void whoIsBetterThanTheCeilingSaysSo() {
        assertThat(compare(Unit.SIGNATURES_PER_SECOND, 150, 100).ratio()).isEqualTo(1.5);
    }

    private static Comparison compare(Unit unit, double ours, double ceiling) {
        return new Comparison(unit, new Side("ours", Sample.of(ours)), new Side("ceiling", Sample.of(ceiling)));
    }
}
