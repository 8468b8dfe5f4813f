package com.dmverify.codes;

/** A code was made with a key that this process was not given. */
public final class UnknownKeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownKeyException(String id) {
        super("No code key '" + id + "' in the ring: give every service the same keys");
    }
}
