package com.dmverify.x.json;

import java.util.regex.Pattern;

/**
 * The text of Direct Messages as people wrote it. X escapes {@code &}, {@code <} and {@code >} in it wherever it gives it
 * back: in webhooks, in lists and in answers.
 */
public final class MessageText {

    private static final Pattern ESCAPED = Pattern.compile("&(amp|lt|gt);");

    private MessageText() {}

    /** The text without X's escapes, which are taken away once: an escape that a person wrote stays. */
    public static String unescaped(String text) {
        return text.indexOf('&') < 0
                ? text
                : ESCAPED.matcher(text).replaceAll(match -> switch (match.group(1)) {
                    case "amp" -> "&";
                    case "lt" -> "<";
                    default -> ">";
                });
    }
}
