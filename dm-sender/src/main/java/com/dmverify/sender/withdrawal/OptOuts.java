package com.dmverify.sender.withdrawal;

import java.time.Instant;
import java.util.List;

/** Who wants no messages of an account, shared by all replicas. */
public interface OptOuts {

    /** Whether nothing may be sent to this person. A value that cannot be read counts as an opt-out. */
    boolean isOptedOut(String account, String userId);

    /**
     * Takes over a change of a person. A change that is older than the known one has no effect.
     *
     * @param occurredAt when X received it
     */
    void changed(String account, String userId, boolean optedOut, Instant occurredAt);

    /** Keeps a record that cannot be read yet. Until it is read, nothing may be sent to its person. Bears repetition. */
    void keepUnread(UnreadOptOut record);

    /** The records that are kept unread. */
    List<UnreadOptOut> unread();

    /** A record that was kept unread says this: it is taken over as a change, and not kept any more. Bears repetition. */
    void wasRead(UnreadOptOut record, boolean optedOut, Instant occurredAt);
}
