package com.dmverify.webhook.recording;

import org.apache.kafka.common.errors.RecordTooLargeException;

/** Not everything is known to be durable. */
public final class NotRecordedException extends Exception {

    NotRecordedException(Throwable cause) {
        super("not known to be durable", cause);
    }

    /** Whether it is of no use to deliver it again: the record is larger than Kafka takes. */
    public boolean isForGood() {
        return root() instanceof RecordTooLargeException;
    }

    /** The kind of trouble at its root, in one word for the log line. */
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
