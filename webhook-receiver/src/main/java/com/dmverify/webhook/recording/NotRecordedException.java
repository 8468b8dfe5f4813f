package com.dmverify.webhook.recording;

import org.apache.kafka.common.errors.RecordTooLargeException;

/** At least one activity is not known to be durable. */
public final class NotRecordedException extends Exception {

    NotRecordedException(Throwable cause) {
        super("not known to be durable", cause);
    }

    /** Whether a redelivery cannot succeed, because the record is larger than Kafka accepts. */
    public boolean isForGood() {
        return root() instanceof RecordTooLargeException;
    }

    /** The class of the root cause, for the log. */
    public String reason() {
        return root().getClass().getSimpleName();
    }

    private Throwable root() {
        Throwable root = this;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
