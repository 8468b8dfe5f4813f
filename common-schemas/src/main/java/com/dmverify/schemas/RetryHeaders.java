package com.dmverify.schemas;

/** Names of the Kafka headers of a record in a retry topic. All values are UTF-8 text. */
public final class RetryHeaders {

    /** Which attempt this is: a number from 1. */
    public static final String ATTEMPT = "retry-attempt";

    /** When the record may be tried again: an instant as RFC 3339 writes it. */
    public static final String NOT_BEFORE = "retry-not-before";

    /** Why the attempt before failed. */
    public static final String CAUSE = "retry-cause";

    /** When the record was put into the retry topic for the first time: an instant as RFC 3339 writes it. */
    public static final String SINCE = "retry-since";

    /** Where the record first appeared: {@code topic-partition@offset}. */
    public static final String ORIGIN = "retry-origin";

    private RetryHeaders() {}
}
