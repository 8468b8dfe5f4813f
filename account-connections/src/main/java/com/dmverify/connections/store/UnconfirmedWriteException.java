package com.dmverify.connections.store;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;

/** Redis did not confirm a write: it is unknown whether it took effect. */
public final class UnconfirmedWriteException extends DataAccessResourceFailureException {

    private static final long serialVersionUID = 1L;

    private final transient StoredConnection attempted;

    public UnconfirmedWriteException(StoredConnection attempted, DataAccessException cause) {
        super("Redis did not confirm a write", cause);
        this.attempted = attempted;
    }

    /** The value to be written. A later read shows whether it was. */
    public StoredConnection attempted() {
        return attempted;
    }
}
