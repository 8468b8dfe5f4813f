package com.dmverify.guarantees.plan;

import java.util.List;
import java.util.Random;

/**
 * A fault of X that happens once.
 *
 * @param name of the sandbox's fault
 * @param delayMillis how late the answer comes, how long X throttles, or how long a delivery is held back
 */
public record XFault(String name, int delayMillis) {

    private static final int LONGEST_DELAY = 3_000;
    private static final int LATEST_ACCEPTANCE = 2_400;

    /** Throttles the sending account for a moment. */
    static XFault throttling(Random random) {
        return new XFault(random.nextInt(3) == 0 ? "too_many_requests_no_headers" : "too_many_requests", 500);
    }

    /** Affects one webhook delivery. */
    static XFault ofOneDelivery(Random random) {
        List<String> names = List.of("duplicate_webhook", "reordered_webhook", "lost_webhook", "forged_webhook");
        return new XFault(names.get(random.nextInt(names.size())), 500);
    }

    /** Affects the sending of one message. */
    static XFault ofOneMessage(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> new XFault("drop_after_accept", random.nextInt(500));
            case 1 -> new XFault("unavailable_after_accept", 0);
            case 2 -> new XFault("unavailable_before", 0);
            // Some are accepted after the client's time-out, but within dm-sender's grace for unknown outcomes.
            case 3 -> new XFault("accept_late", 100 + random.nextInt(LATEST_ACCEPTANCE));
            // Some take longer than the client's time-out.
            default -> new XFault("slow", 100 + random.nextInt(LONGEST_DELAY));
        };
    }
}
