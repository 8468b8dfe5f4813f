package com.dmverify.text;

/** Questions about a text as a sequence of Unicode characters. */
public final class UnicodeText {

    private static final char REPLACEMENT = '\uFFFD';

    private UnicodeText() {}

    /**
     * Whether every surrogate has its other half. JSON can carry a lone one as an escape, and each encoder does
     * something else with it (RFC 8259, section 8.2), so that different texts become one.
     */
    public static boolean isWellFormed(String text) {
        return firstLoneSurrogate(text) == text.length();
    }

    /** The text with U+FFFD in the place of each lone surrogate. */
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

    /** The first code points of a text, never half a character. */
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
            // Half a character is a code point of its own for codePointAt.
            int codePoint = text.codePointAt(i);
            if (Character.getType(codePoint) == Character.SURROGATE) {
                return i;
            }
            i += Character.charCount(codePoint);
        }
        return text.length();
    }
}
