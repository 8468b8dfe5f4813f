package com.dmverify.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the topic {@link Topics#SCHEMAS}: by it a reader decodes what another version wrote.
 *
 * @param fingerprint the key: CRC-64-AVRO of the schema's parsing canonical form, as 16 hexadecimal digits
 * @param schema of a record
 */
public record SchemaEntry(String fingerprint, Schema schema) {

    /** The longest schema, as JSON in UTF-8. Ours have 4 KiB. */
    public static final int MAX_BYTES = 64 * 1024;

    /** The deepest nesting of braces and brackets. Ours nest eight deep. */
    static final int MAX_DEPTH = 64;

    public SchemaEntry {
        if (schema.getType() != Schema.Type.RECORD) {
            throw new IllegalArgumentException("Not the schema of a record: " + schema.getType());
        }
        if (!fingerprint.equals(fingerprintOf(schema))) {
            throw new IllegalArgumentException(
                    "The key " + fingerprint + " is not the fingerprint of " + schema.getFullName());
        }
    }

    /** The entry of this schema. */
    public static SchemaEntry of(Schema schema) {
        return new SchemaEntry(fingerprintOf(schema), schema);
    }

    /** The entries of all schemas of this version. */
    public static List<SchemaEntry> own() {
        return EventSchemas.OWN.stream().map(SchemaEntry::of).toList();
    }

    /**
     * The entry that a record of the topic holds. Size and nesting are checked before anything is parsed. Of the schema only
     * what decides about the bytes is kept (its parsing canonical form): no class names and no other properties.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static SchemaEntry parse(@Nullable String key, byte @Nullable [] json) {
        if (key == null || json == null) {
            throw new IllegalArgumentException("A schema without key or value");
        }
        if (json.length > MAX_BYTES) {
            throw new IllegalArgumentException("A schema of " + json.length + " bytes; at most " + MAX_BYTES);
        }
        String text = new String(json, UTF_8);
        checkDepth(text);
        return new SchemaEntry(key, canonical(text));
    }

    private static Schema canonical(String text) {
        try {
            String form = SchemaNormalization.toParsingForm(new Schema.Parser().parse(text));
            return new Schema.Parser().parse(form);
        } catch (RuntimeException | StackOverflowError e) {
            throw new IllegalArgumentException("Not an Avro schema", e);
        }
    }

    private static void checkDepth(String json) {
        int depth = 0;
        boolean isText = false;
        for (int i = 0; i < json.length(); i++) {
            char next = json.charAt(i);
            if (isText) {
                if (next == '\\') {
                    i++;
                } else if (next == '"') {
                    isText = false;
                }
            } else if (next == '"') {
                isText = true;
            } else if (next == '{' || next == '[') {
                depth++;
            } else if (next == '}' || next == ']') {
                depth--;
            }
            if (depth > MAX_DEPTH) {
                throw new IllegalArgumentException("A schema that nests more than " + MAX_DEPTH + " deep");
            }
        }
    }

    /** The schema as JSON. */
    public String json() {
        return schema.toString();
    }

    static String fingerprintOf(Schema schema) {
        return HexFormat.of().toHexDigits(SchemaNormalization.parsingFingerprint64(schema));
    }
}
