package com.dmverify.sandbox.webhook;

/** An address was not taken, with X's reason and text. */
public final class NotRegistered extends RuntimeException {

    private final String reason;

    NotRegistered(String reason, String text) {
        super(text, null, false, false);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }

    /** X's text. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
