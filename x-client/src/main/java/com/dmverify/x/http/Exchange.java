package com.dmverify.x.http;

/** The result of one request: a response or none. */
sealed interface Exchange permits Response, Exchange.NoResponse {

    /**
     * No complete response.
     *
     * @param neverSent whether X certainly did not get the complete request
     * @param why the kind of failure, without any content
     */
    record NoResponse(boolean neverSent, String why) implements Exchange {}
}
