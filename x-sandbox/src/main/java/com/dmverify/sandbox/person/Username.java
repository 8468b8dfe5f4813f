package com.dmverify.sandbox.person;

import java.util.Locale;
import java.util.regex.Pattern;

/** A handle without its {@code @}: 1 to 15 of {@code [A-Za-z0-9_]}, compared without case, displayed as chosen. */
public record Username(String value) {

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_]{1,15}");

    public Username {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a username: 1 to 15 letters, digits or _");
        }
    }

    public static boolean isValid(String value) {
        return ALLOWED.matcher(value).matches();
    }

    /** The form that is equal for all spellings of a handle. */
    public String key() {
        return value.toLowerCase(Locale.ROOT);
    }
}
