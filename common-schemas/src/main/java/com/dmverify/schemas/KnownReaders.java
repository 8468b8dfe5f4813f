package com.dmverify.schemas;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/** Readers of every schema that this version knows from its build: its own, and those of the history. */
final class KnownReaders {

    /** By fingerprint. Never changes. */
    static final Map<Long, EventReader> ALL = load();

    private KnownReaders() {}

    private static Map<Long, EventReader> load() {
        Map<Long, EventReader> readers = new LinkedHashMap<>();
        EventSchemas.OWN.forEach(own -> add(readers, own));
        SchemaHistory.fingerprints().stream()
                .filter(fingerprint -> !readers.containsKey(Long.parseUnsignedLong(fingerprint, 16)))
                .forEach(fingerprint -> add(readers, SchemaHistory.schema(fingerprint)));
        return Map.copyOf(readers);
    }

    private static void add(Map<Long, EventReader> readers, Schema writer) {
        EventReader.of(writer)
                .ifPresent(reader -> readers.put(SchemaNormalization.parsingFingerprint64(writer), reader));
    }
}
