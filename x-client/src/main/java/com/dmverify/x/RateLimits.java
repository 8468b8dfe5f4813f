package com.dmverify.x;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The rate limits in one response: often one, three on writes with daily limits, sometimes none. */
public record RateLimits(List<RateLimit> all) {

    private static final RateLimits NONE = new RateLimits(List.of());

    public RateLimits {
        all = List.copyOf(all);
    }

    /** No rate limits. */
    public static RateLimits none() {
        return NONE;
    }

    /** The rate limit of this window, if the response had it. */
    public Optional<RateLimit> of(RateLimit.Window window) {
        return all.stream().filter(limit -> limit.window() == window).findFirst();
    }

    /**
     * The instant from which no rate limit is exhausted: the latest reset of the exhausted ones, because X's 15-minute
     * reset is misleading once a daily limit is exhausted. Empty if none is exhausted.
     */
    public Optional<Instant> exhaustedUntil() {
        return all.stream().filter(RateLimit::isExhausted).map(RateLimit::reset).max(Comparator.naturalOrder());
    }
}
