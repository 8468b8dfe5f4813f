package com.dmverify.schemas;

/**
 * The metadata of the options below a code: dm-sender offers them, X returns the metadata of the one that was tapped ({@code
 * quick_reply_metadata} of {@code ActivityRecorded}), and verification-api acts on it.
 */
public final class QuickReplies {

    /** "It wasn't me": as if the person had written NO. */
    public static final String DECLINE = "dm-verify:no";

    /** "No more messages": as if the person had written STOP. */
    public static final String OPT_OUT = "dm-verify:stop";

    private QuickReplies() {}
}
