package com.dmverify.webhook.recording;

import java.util.concurrent.CompletableFuture;

/** A durable log of activities. */
interface ActivityLog {

    /**
     * Appends an activity after those appended before. May block while the log is unavailable.
     *
     * @return completes when it is durable, or with the cause why it is not; the cause may also be thrown
     */
    CompletableFuture<?> append(ReceivedActivity activity);
}
