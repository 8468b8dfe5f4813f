package com.dmverify.x;

import java.util.regex.Pattern;

/**
 * The numeric id of an X account. Verified identities are bound to it, because a handle can pass to another account. A
 * string, because ids exceed 2^53.
 *
 * @param value 1 to 19 digits, the pattern of X's OpenAPI document, without leading zeros: X writes none, and with them one user
 *     would have two ids
 */
public record UserId(String value) {

    private static final Pattern DIGITS = Pattern.compile("0|[1-9][0-9]{0,18}");

    /** Refuses anything but digits with {@link IllegalArgumentException}. */
    public UserId {
        if (!DIGITS.matcher(value).matches()) {
            throw new IllegalArgumentException("an X user id is 1 to 19 digits without leading zeros");
        }
    }

    /** Whether the text has the form of an id. */
    public static boolean isOne(String text) {
        return DIGITS.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
