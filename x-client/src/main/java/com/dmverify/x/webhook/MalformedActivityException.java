package com.dmverify.x.webhook;

/** The delivery is not a JSON object, which X never sends. */
public final class MalformedActivityException extends IllegalArgumentException {

    MalformedActivityException(String message) {
        super(message);
    }
}
