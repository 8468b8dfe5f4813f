package com.dmverify.schemas;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.util.RandomData;

/** Bytes as another program could write them. */
final class Bytes {

    private Bytes() {}

    /** A record with the header of the schema and any body. */
    static byte[] record(Schema schema, byte... body) {
        return ByteBuffer.allocate(EventCodec.HEADER_LENGTH + body.length)
                .put((byte) 0xC3)
                .put((byte) 0x01)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(SchemaNormalization.parsingFingerprint64(schema))
                .put(body)
                .array();
    }

    /** Bodies of the schema with random content. */
    static List<byte[]> randomBodies(Schema schema, int count, long seed) {
        return StreamSupport.stream(new RandomData(schema, count, seed).spliterator(), false)
                .map(datum -> body(schema, datum))
                .toList();
    }

    static byte[] body(Schema schema, Object datum) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
            new GenericDatumWriter<>(schema).write(datum, encoder);
            encoder.flush();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A number as Avro writes it. */
    static byte[] varint(long value) {
        byte[] bytes = new byte[10];
        int length = 0;
        long rest = (value << 1) ^ (value >> 63);
        do {
            long low = rest & 0x7F;
            rest >>>= 7;
            bytes[length++] = (byte) (rest == 0 ? low : low | 0x80);
        } while (rest != 0);
        return Arrays.copyOf(bytes, length);
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
