package com.dmverify.sender.intake;

import java.util.HashSet;
import java.util.Set;

/**
 * Which records of one partition are finished although one before them is not: the offset cannot pass that one, so they
 * come again with it, and must not be handled again. Known to this owner of the partition only; after a rebalance the
 * ledger keeps them from being sent twice.
 */
final class Progress {

    private final Set<Long> ahead = new HashSet<>();

    synchronized boolean isFinished(long offset) {
        return ahead.contains(offset);
    }

    synchronized void finished(long offset) {
        ahead.add(offset);
    }

    /** Everything below is let go for good. */
    synchronized void advanceTo(long position) {
        ahead.removeIf(offset -> offset < position);
    }
}
