package com.dmverify.text;

import java.text.Normalizer;

/**
 * Makes a platform's text harmless for a message in the brand's name: one line in which X finds no link, mention or
 * tag.
 *
 * <p>First the text is normalised: NFKC; invisible characters go; a letter keeps two marks; every gap becomes one
 * space. Then it is defused by spaces that are added: after a dot between two non-spaces, between two slashes, and
 * after {@code @}, {@code #} and {@code $} before what could be a name. Both are repeated until nothing changes, so the
 * result of a result is itself. Nothing visible is deleted but the third and further marks of a letter.
 *
 * <p>What X makes a link, mention or tag of: <a href="https://github.com/twitter/twitter-text">twitter-text</a>.
 */
public final class SafeLine {

    /** Marks on one letter: Vietnamese and Thai need two; towers of them cover the lines above and below. */
    private static final int MOST_MARKS = 2;

    /** Two passes suffice for all that is known. Each pass ends defused, so a limit costs no safety. */
    private static final int MOST_PASSES = 8;

    private SafeLine() {}

    /** The text as it may be sent; empty if it has nothing visible. */
    public static String of(String text) {
        if (isPlain(text)) {
            return text;
        }
        String line = text;
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            String next = Defusing.defused(normalised(line));
            if (next.equals(line)) {
                return line;
            }
            line = next;
        }
        return line;
    }

    /** The length in code points, in which limits for callers are given. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String normalised(String text) {
        String composed = Normalizer.normalize(UnicodeText.wellFormed(text), Normalizer.Form.NFKC);
        StringBuilder line = new StringBuilder(composed.length());
        boolean gap = false;
        int marks = 0;
        for (int i = 0; i < composed.length(); ) {
            int codePoint = composed.codePointAt(i);
            i += Character.charCount(codePoint);
            if (Characters.isInvisible(codePoint)) {
                continue;
            }
            if (Characters.isGap(codePoint)) {
                gap = true;
                marks = 0;
                continue;
            }
            marks = Characters.isMark(codePoint) ? marks + 1 : 0;
            if (marks > MOST_MARKS) {
                continue;
            }
            if (gap && !line.isEmpty()) {
                line.append(' ');
            }
            gap = false;
            line.appendCodePoint(codePoint);
        }
        return line.toString();
    }

    /** ASCII letters and digits with single spaces between them: what most platforms send, recognised in one look. */
    private static boolean isPlain(String text) {
        boolean afterSpace = true;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean letterOrDigit = character < 0x80 && Character.isLetterOrDigit(character);
            if (!letterOrDigit && (character != ' ' || afterSpace)) {
                return false;
            }
            afterSpace = character == ' ';
        }
        return !afterSpace || text.isEmpty();
    }
}
