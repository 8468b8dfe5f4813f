package com.dmverify.api.failure;

/** A record that can be processed only after another one: it is tried again later, and holds up none meanwhile. */
public final class NotYetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotYetException(String message) {
        super(message, null, false, false);
    }
}
