package com.dmverify.webhook.recording;

import java.util.concurrent.CompletableFuture;

/** Where activities are kept for good. */
interface ActivityLog {

    /**
     * Appends one activity behind those appended before. May block while the log cannot be found.
     *
     * @return completes when it is durable, or with the reason why it is not; the reason may also be thrown
     */
    CompletableFuture<?> append(ReceivedActivity activity);
}
