package com.dmverify.api.limit;

import com.dmverify.api.problem.Problem;
import com.dmverify.api.store.limit.Quota;
import com.dmverify.api.store.limit.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Limits the requests of each API key in this replica: so many a second, and twice as many at once after a pause. It protects
 * the service, so that no other system is asked.
 *
 * <p>It keeps one instant for each key, from which on nothing is owed (the generic cell rate algorithm, ITU-T I.371).
 * Thread-safe.
 */
public final class RequestLimits {

    private static final String NAME = "requests-per-key-second";
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int SECONDS_OF_BURST = 2;

    private final Map<String, AtomicLong> nothingIsOwedFrom = new ConcurrentHashMap<>();
    private final int perSecond;
    private final long interval;
    private final long burst;
    private final LongSupplier nanoTime;

    /** So many requests of a key in a second; 0 switches the limit off. */
    public static RequestLimits perSecond(int requests) {
        return new RequestLimits(requests, System::nanoTime);
    }

    /**
     * Limits with a clock of their own.
     *
     * @param perSecond requests of a key; 0 switches the limit off
     * @param nanoTime as {@link System#nanoTime}
     */
    RequestLimits(int perSecond, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.interval = perSecond == 0 ? 0 : SECOND.toNanos() / perSecond;
        this.burst = SECONDS_OF_BURST * SECOND.toNanos();
        this.nanoTime = nanoTime;
    }

    /**
     * Counts a request.
     *
     * @param key the hash of the API key
     * @return the problem of a request that is too much; null for every other
     */
    public @Nullable Problem take(String key) {
        if (perSecond == 0) {
            return null;
        }
        long now = nanoTime.getAsLong();
        AtomicLong state = nothingIsOwedFrom.computeIfAbsent(key, first -> new AtomicLong(now));
        while (true) {
            long before = state.get();
            long owed = Math.max(0, before - now);
            if (owed + interval > burst) {
                return refused(Duration.ofNanos(owed + interval - burst));
            }
            if (state.compareAndSet(before, now + owed + interval)) {
                return null;
            }
        }
    }

    private Problem refused(Duration wait) {
        Quota quota = new Quota(NAME, perSecond, SECOND);
        return Limited.by(List.of(new Usage(quota, Instant.EPOCH, 0, wait)));
    }
}
