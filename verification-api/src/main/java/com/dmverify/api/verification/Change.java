package com.dmverify.api.verification;

import java.util.List;
import java.util.function.Function;

/**
 * What a rule made of a verification. It takes effect when the store has committed it, and no caller learns its result before.
 *
 * @param before the state that the rule was given
 * @param after the next state; the same object if nothing changes, and then nothing is committed
 * @param events what happened, in order
 * @param result what the caller learns
 */
public record Change<R>(Verification before, Verification after, List<VerificationEvent> events, R result) {

    public Change {
        events = List.copyOf(events);
    }

    /** A change that changes nothing. */
    public static <R> Change<R> none(Verification verification, R result) {
        return new Change<>(verification, verification, List.of(), result);
    }

    /** Whether there is nothing to commit. */
    @SuppressWarnings("ReferenceEquality") // a rule that changes nothing answers the state that it was given
    public boolean isEmpty() {
        return before == after;
    }

    /** The same change with another result. */
    public <S> Change<S> map(Function<R, S> other) {
        return new Change<>(before, after, events, other.apply(result));
    }
}
