package com.dmverify.sender.account;

import com.dmverify.x.UserId;
import com.dmverify.x.XError;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Finds out whether a refusal that does not say so is about the recipient or about the sender, by the messages to other
 * persons. If X accepts one, the refusal was about the recipient; if X refuses three others in a row in the same way, it is
 * about the sender. Each replica has its own, and forgets refusals after a while. Thread-safe.
 */
public final class Suspicion {

    private static final int OTHERS_IN_A_ROW = 3;

    private static final Pattern NUMBERS = Pattern.compile("[0-9]+");

    /** Persons who are known to be refused for a reason of their own; the oldest gives way. */
    private static final int MOST_REMEMBERED = 1_000;

    /**
     * Longer than an order is tried again, so that it ends with what its own refusals showed; and short, so that refusals
     * of different hours are no row that stops the account, and a person who was refused long ago is judged anew.
     */
    static final Duration REMEMBERED = Duration.ofMinutes(15);

    private final Map<UserId, Refusal> refusedInARow = new HashMap<>();
    private final Map<UserId, Refusal> refusals = new LinkedHashMap<>();
    private final LongSupplier nanoTime;

    /** @param kind how X refused: its status and words, without numbers */
    private record Refusal(String kind, long at) {

        static Refusal of(XError error, long at) {
            return new Refusal(
                    error.httpStatus() + " " + NUMBERS.matcher(error.detail()).replaceAll("#"), at);
        }
    }

    /** @param nanoTime a monotonic clock, by which refusals are forgotten */
    public Suspicion(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Whose fault a refusal is. */
    public enum Fault {
        /** It is the first, or one of a few: the next messages to others show it. */
        UNKNOWN,
        /** X refused this person before, and accepted messages to others since. */
        RECIPIENT,
        /** X refused several persons in a row. */
        SENDER
    }

    /** X refused a message to this person and did not say because of whom. */
    public synchronized Fault refused(UserId person, XError error) {
        forget();
        Refusal refusal = Refusal.of(error, nanoTime.getAsLong());
        if (refusals.remove(person) != null) {
            refusals.put(person, refusal);
            return Fault.RECIPIENT;
        }
        refusedInARow.put(person, refusal);
        return inARow(refusal.kind()) > OTHERS_IN_A_ROW ? Fault.SENDER : Fault.UNKNOWN;
    }

    /** How many persons were refused in this way since the last message that X accepted. */
    private long inARow(String kind) {
        return refusedInARow.values().stream()
                .filter(refusal -> refusal.kind().equals(kind))
                .count();
    }

    /** Whether this is the only person who was refused since the last message that X accepted. */
    public synchronized boolean isFirst(UserId person) {
        forget();
        return refusedInARow.size() == 1 && refusedInARow.containsKey(person);
    }

    /** How many persons were refused, and it is not known yet whether because of them or of the sender. */
    public synchronized int unclear() {
        forget();
        return refusedInARow.size();
    }

    /** How many persons X refused lately for reasons of their own, each by refusals of that person alone. */
    public synchronized int refusedPersons() {
        forget();
        return refusals.size();
    }

    /** X accepted a message to this person: the sender is in order, and the others were refused for their own reasons. */
    public synchronized void accepted(UserId person) {
        forget();
        refusals.remove(person);
        refusedInARow.remove(person);
        refusedInARow.forEach((other, refusal) -> {
            if (inARow(refusal.kind()) <= OTHERS_IN_A_ROW) {
                refusals.put(other, refusal);
            }
        });
        refusedInARow.clear();
        while (refusals.size() > MOST_REMEMBERED) {
            refusals.remove(refusals.keySet().iterator().next());
        }
    }

    private void forget() {
        long now = nanoTime.getAsLong();
        Predicate<Refusal> old = refusal -> now - refusal.at() > REMEMBERED.toNanos();
        refusedInARow.values().removeIf(old);
        refusals.values().removeIf(old);
    }
}
