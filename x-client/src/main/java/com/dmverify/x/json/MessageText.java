package com.dmverify.x.json;

import java.util.regex.Pattern;

/**
 * Restores the text of Direct Messages. X escapes {@code &}, {@code <} and {@code >} in webhooks, lists and responses.
 */
public final class MessageText {

    private static final Pattern ESCAPED = Pattern.compile("&(amp|lt|gt);");

    private MessageText() {}

    /** The text without X's escapes, unescaped once: an escape that a person wrote stays. */
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
