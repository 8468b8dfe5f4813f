package com.dmverify.connections.x;

/** A call to X failed during a consent. The message says how, for operators, and holds no secret. */
public final class XUnavailableException extends RuntimeException {

    XUnavailableException(String reason) {
        super(reason);
    }
}
