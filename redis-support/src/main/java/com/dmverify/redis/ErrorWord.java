package com.dmverify.redis;

import org.jspecify.annotations.Nullable;

/** The first word of an error of Redis, which names its kind. Source: the Redis protocol specification, "Simple errors". */
final class ErrorWord {

    private ErrorWord() {}

    static String of(@Nullable String message) {
        if (message == null) {
            return "";
        }
        String text = message.stripLeading();
        int end = 0;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end);
    }
}
