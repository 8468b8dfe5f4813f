package com.dmverify.sender.intake;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

/** Whether this replica is about to end: what is in flight is finished, nothing new is begun. */
public final class Closing {

    private volatile boolean closing;

    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
    }

    boolean isClosing() {
        return closing;
    }
}
