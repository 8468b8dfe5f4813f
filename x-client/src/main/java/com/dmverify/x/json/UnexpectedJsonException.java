package com.dmverify.x.json;

/**
 * The JSON is damaged or not as X documents it. The message names the field, never its value, which may be a message's
 * text.
 */
public final class UnexpectedJsonException extends IllegalArgumentException {

    public UnexpectedJsonException(String message) {
        super(message);
    }
}
