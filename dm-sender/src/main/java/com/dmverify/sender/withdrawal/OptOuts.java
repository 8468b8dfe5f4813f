package com.dmverify.sender.withdrawal;

import java.time.Instant;

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
}
