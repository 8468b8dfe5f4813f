package com.dmverify.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.avro.Schema;

/** Every schema that was ever released, from {@code schemas/history} on the class path. */
final class SchemaHistory {

    private static final String FOLDER = "/schemas/history/";

    /** One fingerprint in each line: the entries of a folder in a jar cannot be listed. */
    private static final String INDEX = "/schemas/history.index";

    private SchemaHistory() {}

    /** The fingerprints, in the order of the index. */
    static List<String> fingerprints() {
        return text(INDEX).lines().filter(line -> !line.isBlank()).toList();
    }

    /**
     * The schema with this fingerprint.
     *
     * @throws IllegalStateException if the file is missing or holds another one: the jar is damaged
     */
    static Schema schema(String fingerprint) {
        Schema schema = new Schema.Parser().parse(text(FOLDER + fingerprint + ".avsc"));
        if (!SchemaEntry.fingerprintOf(schema).equals(fingerprint)) {
            throw new IllegalStateException(FOLDER + fingerprint + ".avsc holds a schema with another fingerprint");
        }
        return schema;
    }

    private static String text(String resource) {
        try (InputStream in = SchemaHistory.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing on the class path");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
