package com.dmverify.webhook.recording;

/** Not everything is known to be durable; X has to deliver again. */
public final class NotRecordedException extends Exception {

    NotRecordedException(Throwable cause) {
        super("not known to be durable", cause);
    }

    /** The kind of trouble at its root, in one word for the log line. */
    public String reason() {
        Throwable root = this;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }
}
