package com.dmverify.sender.text;

import java.util.regex.Pattern;

/**
 * Text of strangers made harmless: one line, of limited length, with nothing that X would turn into a link, a mention
 * or a tag. So a platform cannot send links in our name.
 */
final class PlainLine {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Zs}]+");
    private static final Pattern ADDRESS = Pattern.compile("\\S*://\\S*");
    // A name, a dot (any of those that internationalised domains may have), another name: example.com, EXAMPLE。com/x
    private static final Pattern DOMAIN = Pattern.compile("\\S*[\\p{L}\\p{N}][.\\u3002\\uFF0E\\uFF61]\\p{L}\\S*");
    private static final Pattern TAGS = Pattern.compile("[@\\uFF20#\\uFF03$\\uFF04{}]");
    private static final Pattern SPACES = Pattern.compile(" {2,}");

    private PlainLine() {}

    /** The harmless rest of a text; empty if nothing remains. */
    static String of(String text, int mostCharacters) {
        return isHarmless(text, mostCharacters) ? text : harmless(text, mostCharacters);
    }

    /** Letters, digits and single spaces between them: what nearly everybody sends, seen at a glance. */
    private static boolean isHarmless(String text, int mostCharacters) {
        if (text.isEmpty() || text.length() > mostCharacters) {
            return false;
        }
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == ' ' ? before == ' ' : !isLetterOrDigit(character)) {
                return false;
            }
            before = character;
        }
        return before != ' ';
    }

    /** In ASCII; by hand, since it is asked for each message. */
    private static boolean isLetterOrDigit(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9');
    }

    private static String harmless(String text, int mostCharacters) {
        String line = INVISIBLE.matcher(text).replaceAll(" ");
        line = ADDRESS.matcher(line).replaceAll("");
        line = DOMAIN.matcher(line).replaceAll("");
        line = TAGS.matcher(line).replaceAll("");
        line = SPACES.matcher(line).replaceAll(" ").strip();
        if (line.codePointCount(0, line.length()) <= mostCharacters) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, mostCharacters - 1)).strip() + "…";
    }
}
