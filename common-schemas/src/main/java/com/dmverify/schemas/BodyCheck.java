package com.dmverify.schemas;

import java.util.Optional;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a record along its writer's schema without creating anything, and refuses what Avro would allocate
 * memory for although the bytes do not hold it. Avro checks lengths only against limits that are global to the JVM.
 * Source: Avro 1.12 specification, "Binary Encoding".
 *
 * <p>For one body and one thread.
 */
final class BodyCheck {

    /** Items of all arrays and maps of a record together: items may have no bytes of their own. Ours hold dozens. */
    static final int MAX_ITEMS = 65_536;

    /** Values of a record together: a schema may hold records without bytes that double with each level. */
    static final int MAX_VALUES = 4_000_000;

    /** Of a schema that contains itself. Ours are three deep. */
    static final int MAX_DEPTH = 32;

    private static final int LONGEST_VARINT = 10;

    private final byte[] bytes;
    private int position;
    private int items;
    private int values;
    private @Nullable String unknownSymbol;

    BodyCheck(byte[] bytes, int offset) {
        this.bytes = bytes;
        this.position = offset;
    }

    /**
     * Checks the whole body.
     *
     * @return the first enum symbol that this version does not know, if there is one
     * @throws UndecodableEventException if the bytes are no body of this schema, or go on after it
     */
    Optional<String> check(Schema writer) {
        value(writer, 0);
        if (left() > 0) {
            throw damaged(left() + " bytes after the end of the record");
        }
        return Optional.ofNullable(unknownSymbol);
    }

    private void value(Schema schema, int depth) {
        if (depth > MAX_DEPTH) {
            throw damaged("more than " + MAX_DEPTH + " levels");
        }
        if (++values > MAX_VALUES) {
            throw damaged("more than " + MAX_VALUES + " values");
        }
        switch (schema.getType()) {
            case NULL -> skip(0);
            case BOOLEAN -> skip(1);
            case INT, LONG -> varint();
            case FLOAT -> skip(Float.BYTES);
            case DOUBLE -> skip(Double.BYTES);
            case STRING, BYTES -> skip(varint());
            case FIXED -> skip(schema.getFixedSize());
            case ENUM -> symbol(schema);
            case UNION -> value(schema.getTypes().get(index(schema.getTypes().size())), depth);
            case RECORD -> schema.getFields().forEach(field -> value(field.schema(), depth + 1));
            case ARRAY -> blocks(() -> value(schema.getElementType(), depth + 1));
            case MAP ->
                blocks(() -> {
                    skip(varint());
                    value(schema.getValueType(), depth + 1);
                });
        }
    }

    private void symbol(Schema schema) {
        String symbol =
                schema.getEnumSymbols().get(index(schema.getEnumSymbols().size()));
        boolean isUnknown = EventSchemas.own(schema.getFullName())
                .filter(own ->
                        !own.hasEnumSymbol(symbol) && UnknownSymbolException.PLACEHOLDER.equals(own.getEnumDefault()))
                .isPresent();
        if (isUnknown && unknownSymbol == null) {
            unknownSymbol = symbol;
        }
    }

    private int index(int size) {
        long index = varint();
        if (index < 0 || index >= size) {
            throw damaged("choice " + index + " of " + size);
        }
        return (int) index;
    }

    /** Arrays and maps: blocks of items, each with a count; a negative count is followed by the block's length. */
    private void blocks(Runnable item) {
        for (long count = varint(); count != 0; count = varint()) {
            long length = count < 0 ? varint() : -1;
            int start = position;
            block(count, item);
            if (length >= 0 ? position - start != length : count < 0) {
                throw damaged("a block of " + length + " bytes that has " + (position - start));
            }
        }
    }

    private void block(long count, Runnable item) {
        long size = Math.abs(count);
        if (size < 0 || size > MAX_ITEMS - items) {
            throw damaged("more than " + MAX_ITEMS + " items");
        }
        items += (int) size;
        for (long i = 0; i < size; i++) {
            item.run();
        }
    }

    private void skip(long length) {
        if (length < 0 || length > left()) {
            throw damaged("a length of " + length + " where " + left() + " bytes are left");
        }
        position += (int) length;
    }

    private long varint() {
        long zigZag = 0;
        for (int i = 0; i < LONGEST_VARINT; i++) {
            if (left() == 0) {
                throw damaged("the record is cut off");
            }
            byte next = bytes[position++];
            zigZag |= (next & 0x7FL) << (7 * i);
            if (next >= 0) {
                return (zigZag >>> 1) ^ -(zigZag & 1);
            }
        }
        throw damaged("a number of more than " + LONGEST_VARINT + " bytes");
    }

    private int left() {
        return bytes.length - position;
    }

    private UndecodableEventException damaged(String what) {
        return new UndecodableEventException(what + ", at byte " + position);
    }
}
