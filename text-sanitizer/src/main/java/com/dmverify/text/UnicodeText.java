package com.dmverify.text;

/** Checks and transforms Unicode text. */
public final class UnicodeText {

    private static final char REPLACEMENT = '\uFFFD';

    private UnicodeText() {}

    /**
     * Whether the text has no lone surrogate. JSON can hold one as an escape, and encoders treat it differently (RFC
     * 8259, section 8.2), so that different texts could become equal.
     */
    public static boolean isWellFormed(String text) {
        return firstLoneSurrogate(text) == text.length();
    }

    /** The text with U+FFFD in place of each lone surrogate. */
    public static String wellFormed(String text) {
        int lone = firstLoneSurrogate(text);
        if (lone == text.length()) {
            return text;
        }
        StringBuilder repaired = new StringBuilder(text);
        while (lone < text.length()) {
            repaired.setCharAt(lone, REPLACEMENT);
            lone = loneSurrogateFrom(text, lone + 1);
        }
        return repaired.toString();
    }

    /** The text without format characters, bidi controls and default-ignorable characters. */
    public static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().filter(c -> !Characters.isInvisible(c)).forEach(visible::appendCodePoint);
        return visible.toString();
    }

    /** The first code points of a text, never half a surrogate pair. */
    static String cut(String text, int mostCodePoints) {
        return SafeLine.length(text) <= mostCodePoints
                ? text
                : text.substring(0, text.offsetByCodePoints(0, mostCodePoints));
    }

    private static int firstLoneSurrogate(String text) {
        return loneSurrogateFrom(text, 0);
    }

    private static int loneSurrogateFrom(String text, int start) {
        int i = start;
        while (i < text.length()) {
            // codePointAt returns a lone surrogate as a code point.
            int codePoint = text.codePointAt(i);
            if (Character.getType(codePoint) == Character.SURROGATE) {
                return i;
            }
            i += Character.charCount(codePoint);
        }
        return text.length();
    }
}
