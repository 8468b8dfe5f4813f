package com.dmverify.codes;

import java.util.regex.Pattern;

/**
 * A code as the user types it. Its text is a secret and does not show in {@link #toString()}.
 *
 * @param digits 6 to 10 decimal digits
 */
public record OneTimeCode(String digits) {

    /** NIST SP 800-63B-4, section 3.1.3.2, asks for at least six decimal digits. */
    public static final int FEWEST_DIGITS = 6;

    /** More digits are tedious to type. */
    public static final int MOST_DIGITS = 10;

    private static final Pattern SHAPE = Pattern.compile("[0-9]{" + FEWEST_DIGITS + "," + MOST_DIGITS + "}");

    public OneTimeCode {
        if (!SHAPE.matcher(digits).matches()) {
            throw new IllegalArgumentException("A code has " + FEWEST_DIGITS + " to " + MOST_DIGITS + " digits");
        }
    }

    /**
     * What a person typed: spaces and hyphens between the digits are forgiven.
     *
     * @throws IllegalArgumentException if what remains is no code; the message does not quote it
     */
    public static OneTimeCode typed(String input) {
        return new OneTimeCode(input.replaceAll("[\\s\\-\\u2010-\\u2015]", ""));
    }

    @Override
    public String toString() {
        return "OneTimeCode[***]";
    }
}
