package com.dmverify.api.problem;

import java.util.Locale;

/** Java's field names as they stand in the JSON. */
final class SnakeCase {

    private SnakeCase() {}

    /** {@code target.userId} becomes {@code target/user_id}. */
    static String pointer(String path) {
        return path.replaceAll("([a-z])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT)
                .replace('.', '/')
                .replace('[', '/')
                .replace("]", "");
    }
}
