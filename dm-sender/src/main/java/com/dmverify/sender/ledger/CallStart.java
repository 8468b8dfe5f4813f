package com.dmverify.sender.ledger;

/** What the ledger answers to the owner of a claim who is about to call X. */
public enum CallStart {
    /** Call: the entry says that a call is under way. */
    CALLING,
    /** The verification has ended: do not call. */
    WITHDRAWN,
    /** The claim belongs to another caller by now: do not call. */
    LOST
}
