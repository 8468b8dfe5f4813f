package com.dmverify.text;

/**
 * Removes possible codes from text of people before it is stored: replaces everything that {@link TypedCode} reads as
 * four or more digits.
 */
public final class CodeRedaction {

    /** The replacement of digits. */
    public static final String REDACTED = "[redacted]";

    /** Less than a whole code, so that most of a code is not kept, either. */
    private static final int FEWEST_DIGITS = 4;

    private CodeRedaction() {}

    /** The text with {@link #REDACTED} in the place of each run of four or more digits. */
    public static String redact(String text) {
        StringBuilder redacted = new StringBuilder(text.length());
        int end = 0;
        for (DigitRuns.Run run : DigitRuns.in(text, FEWEST_DIGITS)) {
            redacted.append(text, end, run.start()).append(REDACTED);
            end = run.end();
        }
        return redacted.append(text, end, text.length()).toString();
    }

    /** The beginning of the redacted text, at most so many code points; lone surrogates are replaced by U+FFFD. */
    public static String excerpt(String text, int mostCodePoints) {
        return UnicodeText.cut(redact(UnicodeText.wellFormed(text)), mostCodePoints);
    }
}
