package com.dmverify.sender.send;

/** Is called when an unknown outcome was resolved. */
@FunctionalInterface
public interface UnknownOutcomeListener {

    /** How. */
    enum Resolution {
        /** X's webhook says that the message was sent. */
        ECHOED,
        /** The message stands among those that X shows. */
        FOUND,
        /** It does not: it is sent, with the same code. */
        NOT_SENT,
        /** It was not resolved in time. */
        GIVEN_UP
    }

    /** Called once for each unknown outcome that was resolved. */
    void settled(String account, Resolution how);
}
