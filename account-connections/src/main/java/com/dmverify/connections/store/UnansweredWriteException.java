package com.dmverify.connections.store;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;

/** Redis did not answer a write, or with an error: it may stand there, and may not. */
public final class UnansweredWriteException extends DataAccessResourceFailureException {

    private static final long serialVersionUID = 1L;

    private final transient Stored attempted;

    public UnansweredWriteException(Stored attempted, DataAccessException cause) {
        super("Redis did not confirm a write", cause);
        this.attempted = attempted;
    }

    /** What was to be written. If it is read later, it was. */
    public Stored attempted() {
        return attempted;
    }
}
