package com.dmverify.schemas;

/**
 * Names of the Kafka headers of a dead letter. A dead letter has key, value and headers of the record that could not be
 * processed, and these. All values are UTF-8 text. {@code ./dmverify dead-letters} reads them.
 */
public final class DeadLetterHeaders {

    /** Why the record could not be processed. */
    public static final String CAUSE = "dlt-cause";

    /** At which attempt it was given up: a number from 1. */
    public static final String ATTEMPT = "dlt-attempt";

    /** Where the record first appeared: {@code topic-partition@offset}. */
    public static final String ORIGIN = "dlt-origin";

    /** On a record that was written back: where it was as a dead letter, {@code topic-partition@offset}. */
    public static final String REPLAYED_FROM = "dlt-replayed-from";

    /**
     * Which part of the record is missing, because the dead letter topic did not take it in this size: {@code value}. The
     * whole record is where {@link #ORIGIN} says.
     */
    public static final String SHORTENED = "dlt-shortened";

    private DeadLetterHeaders() {}
}
