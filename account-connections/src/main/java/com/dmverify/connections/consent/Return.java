package com.dmverify.connections.consent;

import org.jspecify.annotations.Nullable;

/**
 * What a browser brings back from X (RFC 6749 §4.1.2).
 *
 * @param state what it was sent with
 * @param code absent if the user said no
 * @param error present if the user said no, or X did
 * @param browser the cookie that it was given before
 */
public record Return(
        @Nullable String state,
        @Nullable String code,
        @Nullable String error,
        @Nullable String browser) {

    @Override
    public String toString() {
        return "Return[masked]";
    }
}
