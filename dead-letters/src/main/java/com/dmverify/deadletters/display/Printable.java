package com.dmverify.deadletters.display;

/**
 * Strangers' text made safe for a terminal: no control character gets through, so nothing moves the cursor or hides a
 * line.
 */
public final class Printable {

    private static final char STANDS_FOR_IT = '\uFFFD';

    private Printable() {}

    /** The text on one line. */
    public static String line(String text) {
        return clean(text, false);
    }

    /** The text with its line breaks. */
    static String lines(String text) {
        return clean(text, true);
    }

    /** The text on one line of at most this many characters. */
    static String line(String text, int longest) {
        String line = line(text);
        return line.length() <= longest ? line : line.substring(0, longest - 1) + "…";
    }

    private static String clean(String text, boolean keepBreaks) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            boolean dangerous = switch (Character.getType(character)) {
                case Character.CONTROL -> !(keepBreaks && character == '\n');
                // Turns the direction of writing around, or breaks the line.
                case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
                default -> false;
            };
            clean.appendCodePoint(dangerous ? STANDS_FOR_IT : character);
        });
        return clean.toString();
    }
}
