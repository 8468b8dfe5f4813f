package com.dmverify.api.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A finished Kafka record, as it waits in the outbox: whoever publishes it need not understand it.
 *
 * @param at when it was committed
 * @param key decides the partition
 * @param headers by name
 * @param value the Avro record
 */
@SuppressWarnings("ArrayRecordComponent") // records are never compared, and a copy of each value costs time
public record KafkaRecord(Instant at, String topic, String key, Map<String, byte[]> headers, byte[] value) {

    private static final int FORMAT = 1;

    public KafkaRecord {
        headers = new LinkedHashMap<>(headers);
    }

    /** The same for another topic. */
    KafkaRecord on(String other) {
        return new KafkaRecord(at, other, key, headers, value);
    }

    /** For the producer. */
    public ProducerRecord<String, byte[]> toProducerRecord() {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, value);
        headers.forEach(record.headers()::add);
        return record;
    }

    /** As it is kept: a format number, then each part with its length. */
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            out.writeLong(at.toEpochMilli());
            write(out, topic.getBytes(UTF_8));
            write(out, key.getBytes(UTF_8));
            out.writeInt(headers.size());
            for (Map.Entry<String, byte[]> header : headers.entrySet()) {
                write(out, header.getKey().getBytes(UTF_8));
                write(out, header.getValue());
            }
            write(out, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads what {@link #toBytes} wrote.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    public static KafkaRecord of(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != FORMAT) {
                throw new IllegalArgumentException("An outbox entry of another format");
            }
            Instant at = Instant.ofEpochMilli(in.readLong());
            String topic = text(in);
            String key = text(in);
            Map<String, byte[]> headers = new LinkedHashMap<>();
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                headers.put(text(in), read(in));
            }
            return new KafkaRecord(at, topic, key, headers, read(in));
        } catch (IOException e) {
            throw new IllegalArgumentException("A damaged outbox entry", e);
        }
    }

    private static void write(DataOutputStream out, byte[] part) throws IOException {
        out.writeInt(part.length);
        out.write(part);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(read(in), UTF_8);
    }

    /** The length is checked before anything is allocated. */
    private static byte[] read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("A part is longer than the entry");
        }
        return in.readNBytes(length);
    }

    @Override
    public String toString() {
        return "KafkaRecord[" + topic + ", " + key + ", " + value.length + " bytes]";
    }
}
