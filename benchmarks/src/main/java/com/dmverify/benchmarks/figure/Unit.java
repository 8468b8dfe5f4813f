package com.dmverify.benchmarks.figure;

/** What a figure counts, and whether more of it is better. */
public enum Unit {
    SENDS_PER_SECOND("sends/s", true),
    SIGNATURES_PER_SECOND("signatures/s", true),
    STARTS_PER_SECOND("starts/s", true),
    CHECKS_PER_SECOND("checks/s", true),
    WEBHOOKS_PER_SECOND("webhooks/s", true),
    MILLISECONDS("ms", false),
    MEBIBYTES("MiB", false),
    BYTES("bytes", false);

    private final String symbol;
    private final boolean moreIsBetter;

    Unit(String symbol, boolean moreIsBetter) {
        this.symbol = symbol;
        this.moreIsBetter = moreIsBetter;
    }

    public String symbol() {
        return symbol;
    }

    public boolean moreIsBetter() {
        return moreIsBetter;
    }
}
