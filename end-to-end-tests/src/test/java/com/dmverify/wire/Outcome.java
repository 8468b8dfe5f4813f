package com.dmverify.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.x.Answer;
import com.dmverify.x.XError;

/** What came of a call, told as a test wants to hear it. */
final class Outcome {

    private Outcome() {}

    /** What X gave; anything else fails the test with X's words. */
    static <T> T value(Answer<T> answer) {
        return switch (answer) {
            case Answer.Ok<T>(T value, var _) -> value;
            case Answer.Failed<T>(XError error, var _) -> throw new AssertionError("refused: " + error);
        };
    }

    /** Why X did not; of exactly this kind. */
    static <E extends XError> E failure(Class<E> kind, Answer<?> answer) {
        assertThat(answer).isInstanceOf(Answer.Failed.class);
        XError error = ((Answer.Failed<?>) answer).error();
        assertThat(error).isInstanceOf(kind);
        return kind.cast(error);
    }
}
