package com.dmverify.sender.ledger;

import com.dmverify.events.DmAttempted;
import com.dmverify.sender.order.DispatchId;
import com.dmverify.sender.recipient.Recipient;

/**
 * At most one visible message for each dispatch: claimed before X is called, settled after its answer. A claim that was
 * neither settled nor released before its lease ended belonged to somebody who died, maybe in the middle of the call:
 * whoever claims next is told that a message may be out there.
 *
 * <p>What it does not promise: if the ledger's data is lost between the call and its redelivery, the message is sent
 * again. A holder who is away longer than its lease (a stopped virtual machine) and then calls X races with the one
 * who took over: the lease has to be longer than all time-outs of one passage together. And a message whose acceptance
 * we never heard of, and which X shows in the conversation only after we looked there, is followed by a second one.
 */
public interface SentLedger {

    /** Takes the dispatch, or says why not. */
    Claiming claim(DispatchId id);

    /**
     * Notes whom the message goes to, for all attempts that follow: a handle may change hands between two of them.
     *
     * @return false if the claim was lost to somebody else
     */
    boolean address(Claim claim, Recipient recipient);

    /**
     * Records for good what became of the dispatch.
     *
     * @return false if the claim was lost to somebody else, whose word counts now; nothing is recorded then
     */
    boolean settle(Claim claim, DmAttempted event);

    /** Gives the claim back, undecided; its doubt, if it has one, stays for the next who claims. */
    void release(Claim claim);
}
