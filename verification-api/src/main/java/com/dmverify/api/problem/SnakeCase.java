package com.dmverify.api.problem;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Java's field names as they stand in the JSON. */
final class SnakeCase {

    private static final Pattern PART = Pattern.compile("\\[([^\\]]*)]|([^.\\[\\]]+)");

    private SnakeCase() {}

    /** {@code target.userId} becomes {@code target/user_id}; a caller's own key, in brackets, stays as it is. */
    static String pointer(String path) {
        Matcher parts = PART.matcher(path);
        StringBuilder pointer = new StringBuilder();
        while (parts.find()) {
            pointer.append('/').append(parts.group(1) != null ? escaped(parts.group(1)) : snake(parts.group(2)));
        }
        return pointer.toString();
    }

    private static String snake(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    /** RFC 6901, section 3. */
    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
