package com.dmverify.connections.consent;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Validates the {@code error} parameter of a callback, which anyone can set. */
final class OAuthErrorCode {

    private static final Pattern CODE = Pattern.compile("[a-z_]{1,40}");

    private OAuthErrorCode() {}

    static String validated(@Nullable String error) {
        return error != null && CODE.matcher(error).matches() ? error : "no reason given";
    }
}
