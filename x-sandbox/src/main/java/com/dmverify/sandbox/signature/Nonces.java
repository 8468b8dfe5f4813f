package com.dmverify.sandbox.signature;

import com.dmverify.sandbox.Resettable;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The nonces of the last minutes. Two generations, the older thrown away whole: a nonce is known at least as long as
 * its timestamp is good, and memory stays bounded by time.
 */
@Component
class Nonces implements Resettable {

    private final Clock clock;
    private final long generationMillis;
    private final int most;
    private volatile Memory memory;

    Nonces(Clock clock, SignatureProperties properties) {
        this.clock = clock;
        this.generationMillis = 2 * properties.timestampWindow().toMillis();
        this.most = properties.mostNonces();
        this.memory = new Memory(clock.millis(), ConcurrentHashMap.newKeySet(), Set.of());
    }

    /** True for the first use. */
    boolean take(String nonce) {
        Memory now = current();
        return !now.older.contains(nonce) && now.younger.add(nonce);
    }

    @Override
    public void reset() {
        memory = new Memory(clock.millis(), ConcurrentHashMap.newKeySet(), Set.of());
    }

    private Memory current() {
        Memory now = memory;
        return isFull(now) ? turn() : now;
    }

    private synchronized Memory turn() {
        if (isFull(memory)) {
            memory = new Memory(clock.millis(), ConcurrentHashMap.newKeySet(), memory.younger);
        }
        return memory;
    }

    private boolean isFull(Memory now) {
        return clock.millis() - now.since > generationMillis || now.younger.size() >= most;
    }

    private record Memory(long since, Set<String> younger, Set<String> older) {}
}
