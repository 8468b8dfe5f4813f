package com.dmverify.x.wire;

/** What came back from one request: an answer or nothing. */
sealed interface Exchange permits Reply, Exchange.Silence {

    /**
     * No full answer.
     *
     * @param neverSent whether it is certain that X did not get the whole request
     * @param why the kind of failure, without any content
     */
    record Silence(boolean neverSent, String why) implements Exchange {}
}
