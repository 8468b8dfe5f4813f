package com.dmverify.sandbox.webhook;

/** X rejected a webhook, with X's reason and text. */
public final class WebhookRejected extends RuntimeException {

    private final String reason;

    WebhookRejected(String reason, String text) {
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
