package com.dmverify.connections.consent;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lets of a stranger's words only those through that can be an error code. */
final class Words {

    private static final Pattern CODE = Pattern.compile("[a-z_]{1,40}");

    private Words() {}

    static String plain(@Nullable String error) {
        return error != null && CODE.matcher(error).matches() ? error : "no reason given";
    }
}
