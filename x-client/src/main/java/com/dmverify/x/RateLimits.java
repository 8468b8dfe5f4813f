package com.dmverify.x;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All that X said of its budget in one answer: often one bucket, three on writes with daily caps, sometimes none. */
public record RateLimits(List<RateLimit> all) {

    private static final RateLimits NONE = new RateLimits(List.of());

    public RateLimits {
        all = List.copyOf(all);
    }

    /** X said nothing. */
    public static RateLimits none() {
        return NONE;
    }

    /** The bucket of this window, where X spoke of it. */
    public Optional<RateLimit> of(RateLimit.Window window) {
        return all.stream().filter(limit -> limit.window() == window).findFirst();
    }

    /**
     * When every bucket that is empty now will be full again: the latest reset among them, since X's 15-minute reset
     * is misleading once a daily bucket is empty. Empty when no bucket is.
     */
    public Optional<Instant> exhaustedUntil() {
        return all.stream().filter(RateLimit::isExhausted).map(RateLimit::reset).max(Comparator.naturalOrder());
    }
}
