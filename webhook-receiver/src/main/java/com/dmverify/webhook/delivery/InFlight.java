package com.dmverify.webhook.delivery;

import java.util.Optional;

/**
 * Limits the deliveries that are read and recorded concurrently, in number and in bytes, because a delivery is
 * unauthenticated until its body is complete. Thread-safe.
 */
final class InFlight {

    private final int mostDeliveries;
    private final long mostBytes;
    private int deliveries;
    private long bytes;

    InFlight(int mostDeliveries, long mostBytes) {
        this.mostDeliveries = mostDeliveries;
        this.mostBytes = mostBytes;
    }

    /** A permit for a body of this size; empty if the limit is reached. */
    synchronized Optional<Permit> take(long size) {
        if (deliveries >= mostDeliveries || bytes + size > mostBytes) {
            return Optional.empty();
        }
        deliveries++;
        bytes += size;
        return Optional.of(new Permit(size));
    }

    private synchronized void release(long size) {
        deliveries--;
        bytes -= size;
    }

    /** A permit that is held until it is given back, once. */
    final class Permit {

        private final long size;
        private boolean taken = true;

        private Permit(long size) {
            this.size = size;
        }

        void giveBack() {
            synchronized (InFlight.this) {
                if (taken) {
                    taken = false;
                    release(size);
                }
            }
        }
    }
}
