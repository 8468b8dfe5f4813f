package com.dmverify.api.refusal;

import org.jspecify.annotations.Nullable;

/** What a message to the account asks of us. */
public enum Reply {
    /** No more messages. */
    STOP,
    /** It was not me. */
    NO,
    /** Messages again. */
    START,
    ANYTHING_ELSE;

    /** The meaning of a text, as a person wrote it. */
    public static Reply of(@Nullable String text) {
        return text == null ? ANYTHING_ELSE : Words.meaning(text);
    }
}
