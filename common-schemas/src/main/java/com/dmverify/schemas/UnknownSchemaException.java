package com.dmverify.schemas;

/**
 * An event that a newer version wrote and that this one cannot read yet. It is not damaged: trying again helps once this
 * replica is updated. It belongs in a dead letter topic only after {@code dm-verify.schemas.unknown-for}.
 */
public class UnknownSchemaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownSchemaException(long fingerprint) {
        this("unknown schema " + Long.toHexString(fingerprint));
    }

    UnknownSchemaException(String what) {
        super("Event of a newer version: " + what);
    }
}
