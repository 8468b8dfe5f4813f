package com.dmverify.guarantees.poison;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/**
 * The lengths in a record of Avro's binary encoding: of strings, and of the blocks of arrays and maps. Source: Avro 1.12
 * specification, "Binary Encoding".
 */
final class AvroLengths {

    private final byte[] bytes;
    private final ByteBuffer in;
    private final List<Length> found = new ArrayList<>();

    /** The position of a length and its value. */
    private record Length(int from, int to, long value) {}

    private AvroLengths(Schema schema, byte[] bytes, int from) {
        this.bytes = bytes;
        in = ByteBuffer.wrap(bytes);
        in.position(from);
        walk(schema);
    }

    /** The lengths of a record whose body begins at this offset. */
    static AvroLengths in(Schema schema, byte[] bytes, int from) {
        return new AvroLengths(schema, bytes, from);
    }

    int count() {
        return found.size();
    }

    long value(int number) {
        return found.get(number).value();
    }

    /** Returns the bytes with another value for the length of this number. */
    byte[] with(int number, long value) {
        Length length = found.get(number);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, length.from());
        write(value, out);
        out.write(bytes, length.to(), bytes.length - length.to());
        return out.toByteArray();
    }

    private void walk(Schema schema) {
        switch (schema.getType()) {
            case RECORD -> schema.getFields().forEach(field -> walk(field.schema()));
            case UNION -> walk(schema.getTypes().get((int) read()));
            case STRING, BYTES -> skip(length());
            case INT, LONG, ENUM -> read();
            case BOOLEAN -> in.get();
            case ARRAY -> blocks(() -> walk(schema.getElementType()));
            case MAP ->
                blocks(() -> {
                    skip(length());
                    walk(schema.getValueType());
                });
            case NULL -> {}
            default -> throw new IllegalStateException("No record of ours has a " + schema.getType());
        }
    }

    private void blocks(Runnable item) {
        for (long count = length(); count != 0; count = length()) {
            for (long i = 0; i < count; i++) {
                item.run();
            }
        }
    }

    private void skip(long length) {
        in.position(in.position() + (int) length);
    }

    private long length() {
        int from = in.position();
        long value = read();
        found.add(new Length(from, in.position(), value));
        return value;
    }

    /** A zig-zag varint. */
    private long read() {
        long raw = 0;
        int shift = 0;
        byte octet;
        do {
            octet = in.get();
            raw |= (octet & 0x7FL) << shift;
            shift += 7;
        } while (octet < 0);
        return (raw >>> 1) ^ -(raw & 1);
    }

    private static void write(long value, ByteArrayOutputStream out) {
        long raw = (value << 1) ^ (value >> 63);
        while ((raw & ~0x7FL) != 0) {
            out.write((int) ((raw & 0x7F) | 0x80));
            raw >>>= 7;
        }
        out.write((int) raw);
    }
}
