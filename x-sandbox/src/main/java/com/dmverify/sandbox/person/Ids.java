package com.dmverify.sandbox.person;

import java.util.OptionalLong;

/** Numeric ids as X takes them: 1 to 19 digits. */
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
        // 19 digits may pass 2^63: a well-formed id that nobody has.
        return OptionalLong.of(id < 0 ? Long.MAX_VALUE : id);
    }
}
