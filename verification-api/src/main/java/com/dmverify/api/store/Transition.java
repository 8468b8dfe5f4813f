package com.dmverify.api.store;

import com.dmverify.api.verification.Verification;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of one change.
 *
 * @param verification the state after it; null when there is none
 * @param outboxEntries the events that wait in the outbox because of it
 */
public record Transition(Verdict verdict, @Nullable Verification verification, List<OutboxEntry> outboxEntries) {

    public Transition {
        outboxEntries = List.copyOf(outboxEntries);
    }

    /**
     * The verification.
     *
     * @throws IllegalStateException after {@link Verdict#NOT_FOUND}
     */
    public Verification state() {
        if (verification == null) {
            throw new IllegalStateException("There is no verification after " + verdict);
        }
        return verification;
    }
}
