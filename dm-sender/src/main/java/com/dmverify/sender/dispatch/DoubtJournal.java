package com.dmverify.sender.dispatch;

/** Hears how unknown outcomes became known. */
@FunctionalInterface
public interface DoubtJournal {

    /** How. */
    enum Settled {
        /** X told by itself, through a webhook, that the message was sent. */
        HEARD,
        /** The message stands among those that X shows. */
        FOUND,
        /** It does not: it is sent, with the same code. */
        NOT_THERE,
        /** Nobody could tell in time. */
        GIVEN_UP
    }

    /** One doubt less. */
    void settled(String account, Settled how);
}
