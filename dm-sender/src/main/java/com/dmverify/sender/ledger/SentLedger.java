package com.dmverify.sender.ledger;

import com.dmverify.events.DmAttempted;
import com.dmverify.sender.order.DispatchId;
import com.dmverify.sender.order.Recipient;
import java.time.Instant;

/**
 * At most one visible message for each dispatch: {@code claimed → calling → settled}. It is claimed before anything else,
 * moved to calling right before X is called, and settled after X's answer. The lease of a claim ends in Redis alone. A
 * claim whose lease ended before the call is taken over; one whose lease ended in the call is taken over in doubt: a
 * message may be out there.
 *
 * <p>What it does not promise: if the ledger's data is lost between the call and its redelivery, the message is sent
 * again. A holder who is away longer than its lease (a stopped virtual machine) and then calls X races with the one
 * who took over: the lease has to be longer than all time-outs of one attempt together. And a message whose acceptance
 * we got no answer about, and which X shows in the conversation only after we looked there, is followed by a second one.
 */
public interface SentLedger {

    /** Takes the dispatch, or says why not. */
    ClaimResult claim(DispatchId id);

    /**
     * Notes whom the message goes to, for all attempts that follow: a handle may change hands between two of them.
     *
     * @return false if the claim was lost to another caller
     */
    boolean address(Claim claim, Recipient recipient);

    /**
     * Notes that a call to X begins, unless the verification has ended. To be asked right before the call.
     *
     * @param at when the call begins, by the caller's clock
     */
    CallStart call(Claim claim, Instant at);

    /**
     * Records for good what became of the dispatch.
     *
     * @return false if the claim was lost to another caller, whose report counts now; nothing is recorded then
     */
    boolean settle(Claim claim, DmAttempted event);

    /** Gives the claim back, undecided. A call in doubt stays in the entry for the next owner. */
    void release(Claim claim);

    /**
     * The same for a claim in doubt.
     *
     * @return whether an interim report is to be made: true once for each dispatch
     */
    boolean releaseUnconfirmed(Claim claim);
}
