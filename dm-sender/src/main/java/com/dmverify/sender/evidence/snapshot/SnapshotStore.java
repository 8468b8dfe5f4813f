package com.dmverify.sender.evidence.snapshot;

import com.dmverify.x.UserId;
import java.util.Optional;

/** The latest snapshot of each account, shared by all replicas. It may be lost: then a new one is made. */
public interface SnapshotStore {

    /** Keeps it in place of the one before. */
    void keep(UserId account, ConversationSnapshot snapshot);

    /** The one that was kept last, if that is not long ago. */
    Optional<ConversationSnapshot> latest(UserId account);
}
