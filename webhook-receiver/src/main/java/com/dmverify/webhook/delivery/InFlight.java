package com.dmverify.webhook.delivery;

import java.util.Optional;

/**
 * Bounds the deliveries that are read and recorded at the same time, in number and in bytes: before its body is there
 * nothing says that a delivery is X's. Thread-safe.
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

    /** Room for a body of so many bytes; empty if there is none now. */
    synchronized Optional<Place> take(long size) {
        if (deliveries >= mostDeliveries || bytes + size > mostBytes) {
            return Optional.empty();
        }
        deliveries++;
        bytes += size;
        return Optional.of(new Place(size));
    }

    private synchronized void release(long size) {
        deliveries--;
        bytes -= size;
    }

    /** Room that is taken until it is given back, once. */
    final class Place {

        private final long size;
        private boolean taken = true;

        private Place(long size) {
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
