package com.dmverify.benchmarks.ceiling;

/** The topics that the ceilings write to. */
public final class CeilingTopics {

    /** One record for each webhook. */
    public static final String ACTIVITY = "ceiling.activity";

    /** One record for each accepted request. */
    public static final String ORDERS = "ceiling.orders";

    /** One record for each accepted request and each check. */
    public static final String EVENTS = "ceiling.events";

    private CeilingTopics() {}
}
