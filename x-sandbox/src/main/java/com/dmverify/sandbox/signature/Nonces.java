package com.dmverify.sandbox.signature;

import com.dmverify.sandbox.Resettable;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The nonces of the last minutes, in two sets, of which the older is dropped as a whole. A nonce is remembered at least as
 * long as its timestamp is accepted.
 */
@Component
class Nonces implements Resettable {

    private final Clock clock;
    private final long periodMillis;
    private final int most;
    private volatile RecentNonces recent;

    Nonces(Clock clock, SignatureProperties properties) {
        this.clock = clock;
        this.periodMillis = 2 * properties.timestampWindow().toMillis();
        this.most = properties.mostNonces();
        this.recent = new RecentNonces(clock.millis(), ConcurrentHashMap.newKeySet(), Set.of());
    }

    /** Returns true for the first use. */
    boolean take(String nonce) {
        RecentNonces now = current();
        return !now.older.contains(nonce) && now.younger.add(nonce);
    }

    @Override
    public void reset() {
        recent = new RecentNonces(clock.millis(), ConcurrentHashMap.newKeySet(), Set.of());
    }

    private RecentNonces current() {
        RecentNonces now = recent;
        return isFull(now) ? turn() : now;
    }

    private synchronized RecentNonces turn() {
        if (isFull(recent)) {
            recent = new RecentNonces(clock.millis(), ConcurrentHashMap.newKeySet(), recent.younger);
        }
        return recent;
    }

    private boolean isFull(RecentNonces now) {
        return clock.millis() - now.since > periodMillis || now.younger.size() >= most;
    }

    private record RecentNonces(long since, Set<String> younger, Set<String> older) {}
}
