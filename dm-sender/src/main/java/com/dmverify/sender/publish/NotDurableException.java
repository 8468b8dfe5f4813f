package com.dmverify.sender.publish;

/** Kafka did not take a record in time: what led to it has to be kept and tried again. */
public final class NotDurableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotDurableException(String topic, Throwable cause) {
        super("Kafka did not acknowledge a record for " + topic, cause);
    }
}
