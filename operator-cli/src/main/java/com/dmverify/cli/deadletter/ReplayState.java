package com.dmverify.cli.deadletter;

/** Whether a dead letter was replayed. */
public enum ReplayState {
    /** It was never replayed. */
    NEW,
    /** It was written back to its topic. */
    REPLAYED,
    /** It is the second dead letter of a record that was replayed and could not be processed again. */
    RETURNED
}
