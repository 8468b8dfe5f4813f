package com.dmverify.connections.seal;

/** What was sealed cannot be opened; the message says why, and holds no secret. */
public final class BrokenSealException extends RuntimeException {

    BrokenSealException(String reason) {
        super(reason);
    }
}
