package com.dmverify.sender.account;

import com.dmverify.x.UserId;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * Finds out whose fault a refusal is that does not say so: the recipient's or the sender's. The messages to other persons
 * tell. If X accepts one, it was the recipient; if it refuses three others in a row the same way, it is the sender. Each
 * replica has its own, and forgets refusals after a while. Thread-safe.
 */
public final class Suspicion {

    private static final int OTHERS_IN_A_ROW = 3;

    /** Persons who are known to be refused for a reason of their own; the oldest gives way. */
    private static final int MOST_REMEMBERED = 1_000;

    /**
     * Longer than an order is tried again, so that it ends with what its own refusals showed; and short, so that refusals
     * of different hours are no row that stops the account, and a person who was refused long ago is judged anew.
     */
    static final Duration REMEMBERED = Duration.ofMinutes(15);

    private final Map<UserId, Long> refusedInARow = new HashMap<>();
    private final Map<UserId, Long> refusals = new LinkedHashMap<>();
    private final LongSupplier nanoTime;

    /** @param nanoTime a monotonic clock, by which refusals are forgotten */
    public Suspicion(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Whose fault a refusal is. */
    public enum Fault {
        /** It is the first, or one of a few: the next messages to others tell. */
        UNKNOWN,
        /** X refused this person before, and accepted messages to others since. */
        RECIPIENT,
        /** X refused several persons in a row. */
        SENDER
    }

    /** X refused a message to this person and did not say because of whom. */
    public synchronized Fault refused(UserId person) {
        forget();
        if (refusals.remove(person) != null) {
            refusals.put(person, nanoTime.getAsLong());
            return Fault.RECIPIENT;
        }
        refusedInARow.put(person, nanoTime.getAsLong());
        return refusedInARow.size() > OTHERS_IN_A_ROW ? Fault.SENDER : Fault.UNKNOWN;
    }

    /** Whether this is the only person who was refused since the last message that X accepted. */
    public synchronized boolean isFirst(UserId person) {
        forget();
        return refusedInARow.size() == 1 && refusedInARow.containsKey(person);
    }

    /** X accepted a message to this person: the sender is in order, and the others were refused for their own reasons. */
    public synchronized void accepted(UserId person) {
        forget();
        refusals.remove(person);
        if (refusedInARow.size() <= OTHERS_IN_A_ROW) {
            refusedInARow.remove(person);
            refusals.putAll(refusedInARow);
        }
        refusedInARow.clear();
        while (refusals.size() > MOST_REMEMBERED) {
            refusals.remove(refusals.keySet().iterator().next());
        }
    }

    private void forget() {
        long now = nanoTime.getAsLong();
        Predicate<Long> old = time -> now - time > REMEMBERED.toNanos();
        refusedInARow.values().removeIf(old);
        refusals.values().removeIf(old);
    }
}
