package com.dmverify.benchmarks.ceiling;

/** How many bytes the ceilings write: about as many as verification-api does. */
final class Size {

    /** The stored value of a verification. */
    static final int VALUE = 600;

    /** An entry of the outbox: a finished record. */
    static final int OUTBOX_ENTRY = 250;

    /** An order for dm-sender. */
    static final byte[] ORDER = new byte[250];

    /** An event. */
    static final byte[] EVENT = new byte[250];

    private Size() {}

    static String text(int bytes) {
        return "x".repeat(bytes);
    }
}
