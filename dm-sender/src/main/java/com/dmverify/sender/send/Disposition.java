package com.dmverify.sender.send;

import com.dmverify.events.DmAttempted;
import java.time.Instant;

/** What has to happen with an order now. Its record is let go only when that is durable. */
public sealed interface Disposition {

    /** It is decided: announce it. */
    record Attempted(DmAttempted event, Source source) implements Disposition {}

    /**
     * Nobody on this account gets through before then: keep it, and come back to it.
     *
     * @param asked whether that is X's answer to this order; otherwise it was known before
     */
    record Defer(Instant until, String cause, boolean asked) implements Disposition {}

    /** This order alone has to wait: put it aside. */
    record Retry(Instant notBefore, String cause) implements Disposition {}

    /** Nobody can ever carry it out. */
    record DeadLetter(String reason) implements Disposition {}

    /** How we know what became of an order. */
    enum Source {
        /** From X's answer, or from our own decision not to ask. */
        DECIDED,
        /** A message was found among those that X shows whose acceptance nobody had recorded. */
        FOUND,
        /** X told by itself of a message whose acceptance nobody had recorded. */
        ECHOED,
        /** From the ledger: it was decided before, and this is the same event again. */
        RECORDED
    }
}
