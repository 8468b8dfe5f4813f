package com.dmverify.sandbox.webhook.delivery;

import java.time.Instant;
import java.util.List;

/** A replay of deliveries. */
public record ReplayJob(String id, String webhookId, Instant createdAt, List<Delivery> deliveries) {

    boolean isDone() {
        return deliveries.stream().allMatch(Delivery::isOver);
    }
}
