package com.dmverify.schemas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;

/** The history as it stands in the sources. */
final class HistoryFiles {

    private static final Path SCHEMAS = Path.of("src", "main", "resources", "schemas");
    private static final String SUFFIX = ".avsc";

    private HistoryFiles() {}

    /** The fingerprints that the files are named by, in alphabetical order. */
    static List<String> fingerprints() throws IOException {
        try (Stream<Path> files = Files.list(SCHEMAS.resolve("history"))) {
            return files.map(file -> file.getFileName().toString())
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        }
    }

    static Schema schema(String fingerprint) throws IOException {
        return new Schema.Parser().parse(file(fingerprint).toFile());
    }

    static List<String> index() throws IOException {
        return Files.readAllLines(SCHEMAS.resolve("history.index"));
    }

    /** Writes the entries of this version that are missing, and the index of all. */
    static void release(List<SchemaEntry> today) throws IOException {
        Files.createDirectories(SCHEMAS.resolve("history"));
        for (SchemaEntry entry : today) {
            if (!Files.exists(file(entry.fingerprint()))) {
                Files.writeString(
                        file(entry.fingerprint()), SchemaFormatter.format("json/pretty", entry.schema()) + "\n");
            }
        }
        Files.write(SCHEMAS.resolve("history.index"), fingerprints());
    }

    private static Path file(String fingerprint) {
        return SCHEMAS.resolve("history").resolve(fingerprint + SUFFIX);
    }
}
