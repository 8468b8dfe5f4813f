package com.dmverify.schemas;

/** The names of the topics. Each reader adds {@link #RETRY} and {@link #DLT} of its own. */
public final class Topics {

    /** Asks dm-sender for one message. Key: the sending account. */
    public static final String VERIFICATION_REQUESTED = "verification.requested";

    /** What became of the message. Key: the verification id. */
    public static final String DM_ATTEMPTED = "dm.attempted";

    /** What X reported to our webhooks. Key: the other party's user id. */
    public static final String X_ACTIVITY = "x.activity";

    /** How fast each account can send, compacted. Key: the sending account. */
    public static final String DM_PACE = "dm.pace";

    /** The events in the life of a verification, for the platform's services. Key: the verification id. */
    public static final String VERIFICATION_EVENTS = "verification.events";

    /** Opt-outs of persons from an account, compacted. Key: account and numeric user id, joined by a colon. */
    public static final String OPT_OUTS = "opt-outs";

    /** Suffix of the topic where a reader keeps what it will try again. */
    public static final String RETRY = ".retry";

    /** Suffix of the topic where a reader puts what it can never process, with the reason in the headers. */
    public static final String DLT = ".dlt";

    private Topics() {}
}
