package com.dmverify.api.eta;

import java.time.Duration;
import java.time.Instant;

/**
 * One of X's rate limits: a number of messages in a time that begins with the first of them.
 *
 * @param limit messages in one window; 0: no limit
 * @param left messages left in the running window
 * @param resetsAt when the running window is full again; in the past if none is running
 */
record BudgetWindow(long limit, long left, Duration length, Instant resetsAt) {

    BudgetWindow {
        if (limit < 0 || left < 0 || !length.isPositive()) {
            throw new IllegalArgumentException("A window has a limit and a rest of at least 0, and a length: not "
                    + limit + ", " + left + ", " + length);
        }
    }

    /**
     * Returns when this window has budget for the message, if nothing is sent before the given instant.
     *
     * @return never before {@code from}
     */
    Instant letsThrough(QueuePosition position, Instant from) {
        boolean runs = resetsAt.isAfter(from);
        long atOnce = runs ? left : limit;
        long ahead = position.ahead(from);
        if (limit == 0 || ahead < atOnce) {
            return from;
        }
        Instant full = runs ? resetsAt : from.plus(length);
        Instant ifAllAreSent = full.plus(length.multipliedBy((ahead - atOnce) / limit));
        return position.givenUp().tailMap(from, true).keySet().stream()
                .map(at -> full.plus(
                        length.multipliedBy(windowsUntil(at, full) + position.ahead(at.plusMillis(1)) / limit)))
                .reduce(ifAllAreSent, (one, other) -> one.isBefore(other) ? one : other);
    }

    /**
     * How many messages it lets through between two instants, the running window and the next at most: what waits behind them
     * leaves within two windows. {@link Long#MAX_VALUE}: it has no limit.
     */
    long sendable(Instant from, Instant until) {
        if (limit == 0) {
            return Long.MAX_VALUE;
        }
        if (!until.isAfter(from)) {
            return 0;
        }
        boolean runs = resetsAt.isAfter(from);
        Instant full = runs ? resetsAt : from;
        return (runs ? left : 0) + (until.isAfter(full) ? limit : 0);
    }

    /** Counts the windows that begin, after a full one, before the first that begins at this instant or later. */
    private long windowsUntil(Instant at, Instant full) {
        long millis = Math.max(0, Duration.between(full, at).toMillis());
        return Math.ceilDiv(millis, length.toMillis());
    }
}
