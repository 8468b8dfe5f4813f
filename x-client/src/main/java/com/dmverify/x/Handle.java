package com.dmverify.x;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name after the {@code @}. Keeps its spelling; two handles that differ only in case are equal, as they are for X.
 *
 * @param value 1 to 15 of {@code A-Z a-z 0-9 _}, without the {@code @}
 */
public record Handle(String value) {

    private static final Pattern CANONICAL = Pattern.compile("[A-Za-z0-9_]{1,15}");
    private static final Pattern TYPED = Pattern.compile(
            "(?:(?:https?://)?(?:www\\.|mobile\\.)?(?:x|twitter)\\.com/)?@?([A-Za-z0-9_]{1,15})/?(?:[?#].*)?",
            Pattern.CASE_INSENSITIVE);

    /** Refuses anything but the canonical form with {@link IllegalArgumentException}; see {@link #parse} for input. */
    public Handle {
        if (!CANONICAL.matcher(value).matches()) {
            throw new IllegalArgumentException("a handle is 1 to 15 letters, digits or underscores");
        }
    }

    /**
     * Reads what people type or paste: {@code jack}, {@code @jack}, {@code https://x.com/jack} and its older and mobile
     * addresses. Throws {@link IllegalArgumentException} with a text that can be shown.
     */
    public static Handle parse(String input) {
        Matcher typed = TYPED.matcher(input.strip());
        if (!typed.matches()) {
            throw new IllegalArgumentException("Not an X handle. Write it like jack, @jack or https://x.com/jack:"
                    + " 1 to 15 letters, digits or underscores.");
        }
        return new Handle(typed.group(1));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Handle(String otherValue) && value.equalsIgnoreCase(otherValue);
    }

    @Override
    public int hashCode() {
        return value.toLowerCase(Locale.ROOT).hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
