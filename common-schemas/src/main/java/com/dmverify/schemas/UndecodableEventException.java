package com.dmverify.schemas;

import org.jspecify.annotations.Nullable;

/** Bytes that are no event. Trying again does not help: they belong in a dead letter topic. */
public final class UndecodableEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UndecodableEventException(String what) {
        this(what, null);
    }

    UndecodableEventException(String what, @Nullable Throwable cause) {
        super("Undecodable event: " + what, cause);
    }
}
