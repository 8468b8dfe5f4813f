package com.dmverify.sandbox.link;

/** Text as X gives it to apps: {@code &}, {@code <} and {@code >} are written as HTML entities. */
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
