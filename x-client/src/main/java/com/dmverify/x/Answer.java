package com.dmverify.x;

import java.util.function.Function;

/**
 * The result of a call to X. Calls return it and throw no exception for what X or the network does.
 *
 * @param <T> the value of a success
 */
public sealed interface Answer<T> permits Answer.Ok, Answer.Failed {

    /** The rate limits in the headers of X's response; empty if it had none. */
    RateLimits limits();

    /** The same answer with another value; a failure stays as it is. */
    <R> Answer<R> map(Function<? super T, ? extends R> change);

    /** The call succeeded. */
    record Ok<T>(T value, RateLimits limits) implements Answer<T> {
        @Override
        public <R> Answer<R> map(Function<? super T, ? extends R> change) {
            return new Ok<>(change.apply(value), limits);
        }
    }

    /** The call failed or its outcome is unknown. The error's type says what to do next. */
    record Failed<T>(XError error, RateLimits limits) implements Answer<T> {
        @Override
        public <R> Answer<R> map(Function<? super T, ? extends R> change) {
            return new Failed<>(error, limits);
        }
    }
}
