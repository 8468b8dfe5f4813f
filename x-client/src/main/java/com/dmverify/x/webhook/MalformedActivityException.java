package com.dmverify.x.webhook;

/** A delivery that is not a JSON object: nothing that X sends. */
public final class MalformedActivityException extends IllegalArgumentException {

    MalformedActivityException(String message) {
        super(message);
    }
}
