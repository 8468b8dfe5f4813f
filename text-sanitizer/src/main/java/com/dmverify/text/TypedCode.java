package com.dmverify.text;

import java.util.Optional;

/**
 * Reads a code as a person typed or pasted it. Gaps, hyphens, minus signs, dots, marks and invisible characters are
 * stripped; digits of any script and width count. Callers check the length of the code.
 */
public final class TypedCode {

    /** Codes have 6 to 10 digits. */
    private static final int FEWEST_DIGITS = 6;

    private TypedCode() {}

    /** The ASCII digits; empty if there are none or any other character remains. */
    public static Optional<String> read(String typed) {
        StringBuilder code = new StringBuilder();
        for (int codePoint : typed.codePoints().toArray()) {
            Optional<String> digits = TypedDigits.of(codePoint);
            if (digits.isEmpty()) {
                return Optional.empty();
            }
            code.append(digits.get());
        }
        return code.isEmpty() ? Optional.empty() : Optional.of(code.toString());
    }

    /** Whether a line holds six or more digits that {@link #read} would take for a code. */
    public static boolean holdsCode(String line) {
        return !DigitRuns.in(line, FEWEST_DIGITS).isEmpty();
    }
}
