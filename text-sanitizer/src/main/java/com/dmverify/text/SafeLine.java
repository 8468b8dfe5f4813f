package com.dmverify.text;

import java.text.Normalizer;

/**
 * Makes a platform's text harmless for a message in the brand's name: one line in which X finds no link, mention or
 * tag.
 *
 * <p>First the text is normalised: NFKC; invisible characters are removed; a letter keeps two marks; every gap becomes
 * one space. Then spaces are added: after a dot between two non-spaces, between two slashes, and after {@code @},
 * {@code #} and {@code $} before what could be a name. Both steps are repeated until nothing changes, so the operation
 * is idempotent. Only the third and further marks of a letter are deleted of what is visible.
 *
 * <p>The rules by which X finds links, mentions and tags: <a
 * href="https://github.com/twitter/twitter-text">twitter-text</a>.
 */
public final class SafeLine {

    /** The marks that a letter keeps: Vietnamese and Thai need two; more of them cover other lines. */
    private static final int MOST_MARKS = 2;

    /** Two passes suffice for all known texts. Each pass ends with a safe line, so the limit is safe. */
    private static final int MOST_PASSES = 8;

    private SafeLine() {}

    /** The safe line; empty if the text has no visible character. */
    public static String of(String text) {
        if (isPlain(text)) {
            return text;
        }
        String line = text;
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            String next = LinkDefuser.defused(normalised(line));
            if (next.equals(line)) {
                return line;
            }
            line = next;
        }
        return line;
    }

    /** The length in code points, the unit of limits for callers. */
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

    /** Whether the text has only ASCII letters and digits with single spaces, which needs no change: a fast path. */
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
