package com.dmverify.connections.x;

/** X did not do what a consent needs; the message says what, for operators, and holds no secret. */
public final class XUnavailableException extends RuntimeException {

    XUnavailableException(String reason) {
        super(reason);
    }
}
