package com.dmverify.x.json;

import java.util.regex.Pattern;

/** X's ids: text of 1 to 19 digits, since they exceed 2^53. */
public final class Ids {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,19}");

    private Ids() {}

    /** The id, or an {@link IllegalArgumentException} that names what should have been one. */
    public static String check(String what, String id) {
        if (!DIGITS.matcher(id).matches()) {
            throw new IllegalArgumentException("the id of " + what + " is 1 to 19 digits");
        }
        return id;
    }
}
