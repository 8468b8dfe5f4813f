package com.dmverify.x.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.x.Answer;
import com.dmverify.x.XError;

/** Extracts values and errors of answers. */
public final class Answers {

    private Answers() {}

    public static <T> T ok(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Answer.Ok.class);
        return ((Answer.Ok<T>) answer).value();
    }

    public static XError error(Answer<?> answer) {
        assertThat(answer).isInstanceOf(Answer.Failed.class);
        return ((Answer.Failed<?>) answer).error();
    }
}
