package com.dmverify.support.record;

/** A record could not be processed: whatever was thrown, an {@link Error} too, which would stop the listener for good. */
public final class RecordFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RecordFailedException(String where, Throwable cause) {
        super(where + ": " + cause.getClass().getSimpleName(), cause);
    }
}
