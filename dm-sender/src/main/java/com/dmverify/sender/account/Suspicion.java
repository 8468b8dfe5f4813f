package com.dmverify.sender.account;

import com.dmverify.x.UserId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Finds out whose fault a refusal is that does not say so: the recipient's or the sender's. The messages to other persons
 * tell. If X accepts one, it was the recipient; if it refuses three others in a row the same way, it is the sender. Each
 * replica has its own. Thread-safe.
 */
public final class Suspicion {

    private static final int OTHERS_IN_A_ROW = 3;

    /** Persons who are known to be refused for a reason of their own; the oldest gives way. */
    private static final int MOST_REMEMBERED = 1_000;

    private final Set<UserId> refusedInARow = new HashSet<>();
    private final Map<UserId, Integer> refusals = new LinkedHashMap<>();

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
        if (refusals.containsKey(person)) {
            refusals.merge(person, 1, Integer::sum);
            return Fault.RECIPIENT;
        }
        refusedInARow.add(person);
        return refusedInARow.size() > OTHERS_IN_A_ROW ? Fault.SENDER : Fault.UNKNOWN;
    }

    /** Whether this is the only person who was refused since the last message that X accepted. */
    public synchronized boolean isFirst(UserId person) {
        return refusedInARow.size() == 1 && refusedInARow.contains(person);
    }

    /** X accepted a message to this person: the sender is in order, and the others were refused for their own reasons. */
    public synchronized void accepted(UserId person) {
        refusals.remove(person);
        if (refusedInARow.size() <= OTHERS_IN_A_ROW) {
            refusedInARow.remove(person);
            refusedInARow.forEach(other -> refusals.put(other, 1));
        }
        refusedInARow.clear();
        while (refusals.size() > MOST_REMEMBERED) {
            refusals.remove(refusals.keySet().iterator().next());
        }
    }
}
