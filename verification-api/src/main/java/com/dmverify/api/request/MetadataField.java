package com.dmverify.api.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the platform's own key-values. */
final class MetadataField {

    private static final int MOST_ENTRIES = 16;
    private static final int LONGEST_KEY = 40;
    private static final int LONGEST_VALUE = 256;
    private static final int MOST_BYTES = 8 * 1024;

    private MetadataField() {}

    static Map<String, String> read(@Nullable Map<String, @Nullable String> body, FieldChecks checks) {
        Map<String, String> metadata = new TreeMap<>();
        if (body == null) {
            return metadata;
        }
        if (body.size() > MOST_ENTRIES) {
            checks.refuse("/metadata", "At most " + MOST_ENTRIES + " entries.");
            return metadata;
        }
        body.forEach((key, value) -> {
            String pointer = "/metadata/" + key.replace("~", "~0").replace("/", "~1");
            if (key.isBlank() || checks.text(pointer, key, 1, LONGEST_KEY) == null) {
                checks.refuse(pointer, "A key has 1 to " + LONGEST_KEY + " characters.");
            } else if (value == null) {
                checks.refuse(pointer, "A text is needed.");
            } else if (checks.text(pointer, value, 0, LONGEST_VALUE) != null) {
                metadata.put(key, value);
            }
        });
        int bytes = metadata.entrySet().stream()
                .mapToInt(entry ->
                        entry.getKey().getBytes(UTF_8).length + entry.getValue().getBytes(UTF_8).length)
                .sum();
        if (bytes > MOST_BYTES) {
            checks.refuse("/metadata", "At most " + MOST_BYTES / 1024 + " KiB in UTF-8, keys and values together.");
        }
        return metadata;
    }
}
