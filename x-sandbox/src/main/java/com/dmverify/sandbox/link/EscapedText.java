package com.dmverify.sandbox.link;

/** Escapes {@code &}, {@code <} and {@code >} as HTML entities, as X does in texts for apps. */
final class EscapedText {

    private EscapedText() {}

    static String of(String written) {
        StringBuilder escaped = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); i++) {
            char character = written.charAt(i);
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                default -> escaped.append(character);
            }
        }
        return escaped.toString();
    }
}
