package com.dmverify.xcontract;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.x.Answer;
import com.dmverify.x.XError;

/** Unwraps the answers of the client. */
final class Outcome {

    private Outcome() {}

    /** Returns the value of a successful answer; fails the test with X's error otherwise. */
    static <T> T value(Answer<T> answer) {
        return switch (answer) {
            case Answer.Ok<T>(T value, var _) -> value;
            case Answer.Failed<T>(XError error, var _) ->
                throw new AssertionError("X answered with an error: " + error);
        };
    }

    /** Returns the error of a failed answer; fails the test if it is of another type. */
    static <E extends XError> E failure(Class<E> kind, Answer<?> answer) {
        assertThat(answer).isInstanceOf(Answer.Failed.class);
        XError error = ((Answer.Failed<?>) answer).error();
        assertThat(error).isInstanceOf(kind);
        return kind.cast(error);
    }
}
