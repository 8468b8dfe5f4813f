package com.dmverify.connections.page;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts the consecutive wrong passwords of each address, in this replica. An attempt counts when it starts and is
 * removed when it succeeds, so that parallel attempts are counted one by one. Thread-safe.
 */
final class PasswordFailures {

    /** Bounds the memory. The oldest failures of an attacker with more addresses are forgotten. */
    private static final int MOST_ADDRESSES = 10_000;

    private static final int IPV6_NETWORK_BYTES = 8;
    private static final int MOST_DOUBLINGS = 20;

    private final LockoutPolicy lockOut;
    private final LongSupplier nanoTime;
    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Entry<String, Failures> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    /** @param lockedUntil by {@link System#nanoTime()}; meaningful once enough were counted */
    private record Failures(int count, long lockedUntil) {}

    PasswordFailures(LockoutPolicy lockOut, LongSupplier nanoTime) {
        this.lockOut = lockOut;
        this.nanoTime = nanoTime;
    }

    /** Starts an attempt, or returns for how long the address is still locked out. */
    synchronized Optional<Duration> begin(@Nullable InetSocketAddress address) {
        String key = key(address);
        long now = nanoTime.getAsLong();
        Failures before = failures.getOrDefault(key, new Failures(0, now));
        long left = before.lockedUntil() - now;
        if (before.count() >= lockOut.failures() && left > 0) {
            return Optional.of(Duration.ofNanos(left));
        }
        int count = before.count() + 1;
        failures.put(key, new Failures(count, now + pauseAfter(count).toNanos()));
        return Optional.empty();
    }

    synchronized void succeeded(@Nullable InetSocketAddress address) {
        failures.remove(key(address));
    }

    private Duration pauseAfter(int count) {
        int doublings = Math.clamp(count - lockOut.failures(), 0, MOST_DOUBLINGS);
        Duration pause = lockOut.pause().multipliedBy(1L << doublings);
        return pause.compareTo(lockOut.longest()) > 0 ? lockOut.longest() : pause;
    }

    /** By network for IPv6, because one host has many addresses of it. */
    private static String key(@Nullable InetSocketAddress address) {
        InetAddress host = address == null ? null : address.getAddress();
        if (host == null) {
            return "unknown";
        }
        byte[] bytes = host.getAddress();
        return HexFormat.of()
                .formatHex(host instanceof Inet6Address ? Arrays.copyOf(bytes, IPV6_NETWORK_BYTES) : bytes);
    }
}
