package com.dmverify.support.record;

import java.time.Duration;

/** The work for a record neither succeeded nor failed in time: an {@link Error} was thrown in it, or a call has no time-out. */
public final class NoSignalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSignalException(Duration longest) {
        super("no result within " + longest + ": look for an Error in the log", null, false, false);
    }
}
