package com.dmverify.x.json;

/** The JSON is broken, or is not what X documents. Says where, never what was there: it may hold a message's text. */
public final class UnexpectedJsonException extends IllegalArgumentException {

    public UnexpectedJsonException(String message) {
        super(message);
    }
}
