package com.dmverify.promises.plan;

import java.util.List;
import java.util.Random;

/**
 * A trouble that X has once.
 *
 * @param name as the sandbox calls it
 * @param delayMillis how late the answer comes, how long X refuses, how long a delivery is held back
 */
public record Trouble(String name, int delayMillis) {

    private static final int LONGEST_DELAY = 3_000;
    private static final int LATEST_ACCEPTANCE = 2_400;

    /** One that meets every sending account once in a while; it stops the whole account for a moment. */
    static Trouble throttling(Random random) {
        return new Trouble(random.nextInt(3) == 0 ? "too_many_requests_no_headers" : "too_many_requests", 500);
    }

    /** One that meets what X tells the webhook. */
    static Trouble ofOneDelivery(Random random) {
        List<String> names = List.of("duplicate_webhook", "reordered_webhook", "lost_webhook", "forged_webhook");
        return new Trouble(names.get(random.nextInt(names.size())), 500);
    }

    /** One that meets a single message. */
    static Trouble ofOneMessage(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> new Trouble("drop_after_accept", random.nextInt(500));
            case 1 -> new Trouble("unavailable_after_accept", 0);
            case 2 -> new Trouble("unavailable_before", 0);
            // Some come after the time-out. One that X took later than our grace would be sent twice.
            case 3 -> new Trouble("accept_late", 100 + random.nextInt(LATEST_ACCEPTANCE));
            // Some of these are longer than the sender waits for an answer.
            default -> new Trouble("slow", 100 + random.nextInt(LONGEST_DELAY));
        };
    }
}
