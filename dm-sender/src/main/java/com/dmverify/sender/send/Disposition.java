package com.dmverify.sender.send;

import com.dmverify.events.DmAttempted;
import java.time.Instant;

/** What has to be done with an order now. Its record is finished only when that is durable. */
public sealed interface Disposition {

    /** It is decided: publish the report. */
    record Attempted(DmAttempted event, Source source) implements Disposition {}

    /**
     * No order of the account can be sent before then: keep the record in memory.
     *
     * @param asked whether X was called for this order; otherwise it was known before
     */
    record Defer(Instant until, String cause, boolean asked) implements Disposition {}

    /** This order alone has to wait: put it into the retry topic. */
    record Retry(Instant notBefore, String cause) implements Disposition {}

    /**
     * Whether X accepted the message is unknown: publish the interim report, then do what follows.
     *
     * @param event at most one for a dispatch
     */
    record Unconfirmed(DmAttempted event, Disposition then) implements Disposition {}

    /** It can never be carried out. */
    record DeadLetter(String reason) implements Disposition {}

    /** How we know what became of an order. */
    enum Source {
        /** From X's answer, or from our own decision not to ask. */
        DECIDED,
        /** The message was found among those that X shows. */
        FOUND,
        /** X's webhook says that the message was sent. */
        ECHOED,
        /** From the ledger: it was decided before, and this is the same event again. */
        RECORDED
    }
}
