package com.dmverify.sandbox.person;

import java.util.OptionalLong;

/** Parses numeric ids as X does: 1 to 19 digits. */
public final class Ids {

    private static final int MAX_DIGITS = 19;

    private Ids() {}

    public static OptionalLong parse(String text) {
        if (text.isEmpty() || text.length() > MAX_DIGITS) {
            return OptionalLong.empty();
        }
        long id = 0;
        for (int i = 0; i < text.length(); i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return OptionalLong.empty();
            }
            id = id * 10 + (digit - '0');
        }
        // 19 digits may exceed 2^63: a well-formed id without a user.
        return OptionalLong.of(id < 0 ? Long.MAX_VALUE : id);
    }
}
