package com.dmverify.sandbox.v2;

import java.util.Locale;
import java.util.OptionalLong;

/** An opaque token of at least 16 characters that names the last id of a page. */
public final class PageToken {

    private static final String END = "ZZZZ";
    private static final int RADIX = 32;

    private PageToken() {}

    public static String after(long id) {
        String digits = Long.toString(id, RADIX).toUpperCase(Locale.ROOT);
        return "0".repeat(Math.max(0, 16 - digits.length())) + digits + END;
    }

    public static OptionalLong read(String token) {
        if (!token.endsWith(END) || token.length() < 16) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(token, 0, token.length() - END.length(), RADIX));
        } catch (NumberFormatException notOurs) {
            return OptionalLong.empty();
        }
    }
}
