package com.dmverify.api.outbox;

import com.dmverify.api.verification.Change;
import java.util.List;

/** Is told of each committed change: what must follow every change hangs here. It neither blocks nor fails. */
@FunctionalInterface
public interface CommitObserver {

    /**
     * A change was committed.
     *
     * @param entries its records in the outbox
     */
    void committed(Change<?> change, List<OutboxEntry> entries);
}
