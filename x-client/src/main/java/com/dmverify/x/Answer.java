package com.dmverify.x;

import java.util.function.Function;

/**
 * What came of a call to X: every call returns one and throws nothing.
 *
 * @param <T> what X gives on success
 */
public sealed interface Answer<T> permits Answer.Ok, Answer.Failed {

    /** What X said of its budget with this answer; empty where it said nothing. */
    RateLimits limits();

    /** The same answer with another value; a failure stays as it is. */
    <R> Answer<R> map(Function<? super T, ? extends R> change);

    /** X did it. */
    record Ok<T>(T value, RateLimits limits) implements Answer<T> {
        @Override
        public <R> Answer<R> map(Function<? super T, ? extends R> change) {
            return new Ok<>(change.apply(value), limits);
        }
    }

    /** X did not, or nobody knows: the error's type says the next move. */
    record Failed<T>(XError error, RateLimits limits) implements Answer<T> {
        @Override
        public <R> Answer<R> map(Function<? super T, ? extends R> change) {
            return new Failed<>(error, limits);
        }
    }
}
