package com.dmverify.schemas;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Turns events into bytes and back, in Avro's single-object encoding: {@code C3 01}, the eight bytes of the schema's
 * fingerprint, the body. No registry is needed. Source: Avro 1.12 specification, "Single-object encoding".
 *
 * <p>Decoding bounds every length by the bytes that are there before anything is allocated, whatever the bytes are, and
 * independently of Avro's global limits.
 *
 * <p>Thread-safe.
 */
public final class EventCodec {

    /** Twice what a Kafka broker takes by default ({@code message.max.bytes}): no event comes near it. */
    public static final int MAX_RECORD_BYTES = 2 * 1024 * 1024;

    /** Schemas of other versions that a codec learns at most: many years of releases. */
    static final int MAX_LEARNED = 1_000;

    static final int HEADER_LENGTH = 10;
    private static final short MARKER = (short) 0xC301;

    private final Map<Long, EventReader> readers = new ConcurrentHashMap<>();
    private final Map<Schema, BinaryMessageEncoder<SpecificRecord>> encoders = new ConcurrentHashMap<>();
    private final int maxRecordBytes;
    private int learned;

    /** A codec that reads what this version and every released one wrote. */
    public EventCodec() {
        this(List.of());
    }

    /**
     * A codec that also reads what other versions of the schemas wrote.
     *
     * @param others schemas of older or newer versions, which records name by fingerprint. A record of one of them becomes
     *     a record of this version. A schema that this version cannot read stays unknown
     */
    public EventCodec(Collection<Schema> others) {
        this(others, MAX_RECORD_BYTES);
    }

    /**
     * A codec with its own bound.
     *
     * @param others as above
     * @param maxRecordBytes the longest record that is encoded or decoded, in bytes
     */
    public EventCodec(Collection<Schema> others, int maxRecordBytes) {
        if (maxRecordBytes < HEADER_LENGTH) {
            throw new IllegalArgumentException("maxRecordBytes must be at least " + HEADER_LENGTH);
        }
        this.maxRecordBytes = maxRecordBytes;
        others.forEach(writer -> EventReader.of(writer)
                .ifPresent(reader -> readers.put(SchemaNormalization.parsingFingerprint64(writer), reader)));
        readers.putAll(KnownReaders.ALL);
    }

    /** Reads records of this schema from now on, unless it is known already: a known schema is never replaced. */
    public synchronized Learned learn(SchemaEntry entry) {
        long fingerprint = SchemaNormalization.parsingFingerprint64(entry.schema());
        if (readers.containsKey(fingerprint)) {
            return Learned.KNOWN;
        }
        if (learned >= MAX_LEARNED) {
            return Learned.FULL;
        }
        Optional<EventReader> reader = EventReader.of(entry.schema());
        if (reader.isEmpty()) {
            return Learned.UNREADABLE;
        }
        readers.put(fingerprint, reader.get());
        learned++;
        return Learned.LEARNED;
    }

    /**
     * The record's bytes.
     *
     * @throws IllegalArgumentException if they are more than a reader takes
     */
    public byte[] encode(SpecificRecord event) {
        try {
            ByteBuffer bytes = encoders.computeIfAbsent(
                            event.getSchema(), schema -> new BinaryMessageEncoder<>(EventModel.INSTANCE, schema))
                    .encode(event);
            if (bytes.remaining() > maxRecordBytes) {
                throw new IllegalArgumentException(event.getSchema().getName() + " has " + bytes.remaining()
                        + " bytes; readers take at most " + maxRecordBytes + ": shorten its texts");
            }
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            return copy;
        } catch (IOException e) {
            throw new IllegalStateException("Cannot encode " + event.getSchema().getFullName(), e);
        }
    }

    /**
     * The record of these bytes.
     *
     * @throws UndecodableEventException if they are damaged: a dead letter
     * @throws UnknownSchemaException if a newer version wrote them: try again later
     * @throws UnknownSymbolException if a newer version wrote a value of an enum that this version does not know: try
     *     again later, or use the record that the exception carries
     */
    public SpecificRecord decode(byte @Nullable [] bytes) {
        if (bytes == null
                || bytes.length < HEADER_LENGTH
                || ByteBuffer.wrap(bytes).getShort() != MARKER) {
            throw new UndecodableEventException("not an Avro single-object record (it begins with C3 01)");
        }
        if (bytes.length > maxRecordBytes) {
            throw new UndecodableEventException(
                    bytes.length + " bytes; the longest record has " + maxRecordBytes + " bytes");
        }
        long fingerprint = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(2);
        EventReader reader = readers.get(fingerprint);
        if (reader == null) {
            throw new UnknownSchemaException(fingerprint);
        }
        return reader.read(bytes, HEADER_LENGTH);
    }

    /**
     * The record of these bytes, which has to be of the given type. Throws as {@link #decode(byte[])} does.
     *
     * @throws UndecodableEventException if they are a record of another type
     */
    public <T extends SpecificRecord> T decode(byte @Nullable [] bytes, Class<T> type) {
        try {
            return checked(decode(bytes), type);
        } catch (UnknownSymbolException e) {
            checked(e.event(), type);
            throw e;
        }
    }

    private static <T extends SpecificRecord> T checked(SpecificRecord event, Class<T> type) {
        if (!type.isInstance(event)) {
            throw new UndecodableEventException(
                    "a " + event.getSchema().getName() + " where a " + type.getSimpleName() + " belongs");
        }
        return type.cast(event);
    }

    /** What became of a schema that a codec was given. */
    public enum Learned {
        /** Its records are read from now on. */
        LEARNED,
        /** Its records are read already; nothing changes. */
        KNOWN,
        /** This version has no record of that name, or cannot read what is written with that schema. */
        UNREADABLE,
        /** The codec has learned as many schemas as it may. */
        FULL
    }
}
