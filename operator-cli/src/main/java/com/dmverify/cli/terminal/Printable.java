package com.dmverify.cli.terminal;

/** Makes text of unknown origin safe for a terminal: no control character moves the cursor or hides a line. */
public final class Printable {

    private static final char REPLACEMENT = '\uFFFD';

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
    public static String line(String text, int longest) {
        String line = line(text);
        return line.length() <= longest ? line : line.substring(0, longest - 1) + "…";
    }

    private static String clean(String text, boolean keepLineBreaks) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            boolean dangerous = switch (Character.getType(character)) {
                case Character.CONTROL -> !(keepLineBreaks && character == '\n');
                // Reverses the direction of writing, or breaks the line.
                case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
                default -> false;
            };
            clean.appendCodePoint(dangerous ? REPLACEMENT : character);
        });
        return clean.toString();
    }
}
