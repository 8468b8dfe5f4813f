package com.dmverify.sender.send;

/** Hears how unknown outcomes became known. */
@FunctionalInterface
public interface UnknownOutcomeListener {

    /** How. */
    enum Resolution {
        /** X told by itself, through a webhook, that the message was sent. */
        ECHOED,
        /** The message stands among those that X shows. */
        FOUND,
        /** It does not: it is sent, with the same code. */
        NOT_SENT,
        /** Nobody could tell in time. */
        GIVEN_UP
    }

    /** One doubt less. */
    void settled(String account, Resolution how);
}
