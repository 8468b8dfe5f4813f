package com.dmverify.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shapes that our schemas do not have, but another version's may. */
class BodyCheckTest {

    private static final Schema NOTHING = Schema.create(Schema.Type.NULL);
    private static final Schema TEXT = Schema.create(Schema.Type.STRING);
    private static final byte[] END = Bytes.varint(0);

    @Test
    void zeroByteItemsAreCounted() {
        Schema array = Schema.createArray(NOTHING);

        assertIntact(array, Bytes.joined(Bytes.varint(BodyCheck.MAX_ITEMS), END));
        assertDamaged(array, Bytes.joined(Bytes.varint(BodyCheck.MAX_ITEMS + 1L), END));
        assertDamaged(array, Bytes.joined(Bytes.varint(Integer.MAX_VALUE - 8L), END));
    }

    @Test
    void zeroByteItemsAreCountedOverAllBlocksAndFields() {
        Schema twice = SchemaBuilder.record("Twice")
                .fields()
                .name("first")
                .type(Schema.createArray(NOTHING))
                .noDefault()
                .name("second")
                .type(Schema.createArray(NOTHING))
                .noDefault()
                .endRecord();
        byte[] half = Bytes.varint(BodyCheck.MAX_ITEMS / 2 + 1L);

        assertDamaged(Schema.createArray(NOTHING), Bytes.joined(half, half, END));
        assertDamaged(twice, Bytes.joined(half, END, half, END));
    }

    @Test
    void recordsWithoutBytesThatDoubleWithEachLevelAreCounted() {
        Schema level = SchemaBuilder.record("Level0").fields().endRecord();
        for (int i = 1; i < BodyCheck.MAX_DEPTH; i++) {
            level = SchemaBuilder.record("Level" + i)
                    .fields()
                    .name("left")
                    .type(level)
                    .noDefault()
                    .name("right")
                    .type(level)
                    .noDefault()
                    .endRecord();
        }

        assertDamaged(level, new byte[0]);
    }

    @Test
    void anEmptyRecordIsAZeroByteItem() {
        Schema empty = SchemaBuilder.record("Empty").fields().endRecord();

        assertDamaged(Schema.createArray(empty), Bytes.joined(Bytes.varint(BodyCheck.MAX_ITEMS + 1L), END));
    }

    @Test
    void deepNestingIsDamage() {
        // Given a list whose rest is a list
        Schema list = Schema.createRecord("Node", null, "test", false);
        list.setFields(List.of(new Schema.Field("next", Schema.createUnion(NOTHING, list))));

        // Then
        assertIntact(list, Bytes.joined(ones(BodyCheck.MAX_DEPTH - 1), Bytes.varint(0)));
        assertDamaged(list, Bytes.joined(ones(BodyCheck.MAX_DEPTH + 1), Bytes.varint(0)));
        assertDamaged(list, ones(100_000));
    }

    /** Each chooses the branch 1 of a union. */
    private static byte[] ones(int count) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, (byte) 2);
        return bytes;
    }

    /** Avro jumps over a field that the reader does not have by this length. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 3, 4, Integer.MAX_VALUE, -1, -2, Long.MIN_VALUE})
    void aBlockWithAWrongLengthIsDamage(long length) {
        byte[] oneText = Bytes.joined(Bytes.varint(1), new byte[] {'a'});

        assertIntact(Schema.createArray(TEXT), Bytes.joined(Bytes.varint(-1), Bytes.varint(2), oneText, END));
        assertDamaged(Schema.createArray(TEXT), Bytes.joined(Bytes.varint(-1), Bytes.varint(length), oneText, END));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 2, 3, Integer.MAX_VALUE, Long.MIN_VALUE, 1L << 32})
    void aBranchThatAUnionDoesNotHaveIsDamage(long index) {
        assertDamaged(Schema.createUnion(NOTHING, TEXT), Bytes.joined(Bytes.varint(index), Bytes.varint(0)));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 2, Long.MAX_VALUE})
    void aSymbolThatAnEnumDoesNotHaveIsDamage(long index) {
        assertDamaged(Schema.createEnum("Side", null, "test", List.of("LEFT", "RIGHT")), Bytes.varint(index));
    }

    @Test
    void aNumberWithoutEndIsDamage() {
        byte[] bytes = new byte[11];
        Arrays.fill(bytes, (byte) 0xFF);

        assertDamaged(Schema.create(Schema.Type.LONG), bytes);
    }

    @Test
    void everyTypeHasItsLength() {
        assertIntact(Schema.create(Schema.Type.BOOLEAN), new byte[1]);
        assertIntact(Schema.create(Schema.Type.FLOAT), new byte[4]);
        assertIntact(Schema.create(Schema.Type.DOUBLE), new byte[8]);
        assertIntact(Schema.createFixed("Digest", null, "test", 16), new byte[16]);
        assertIntact(Schema.create(Schema.Type.BYTES), Bytes.joined(Bytes.varint(2), new byte[2]));
        assertIntact(
                Schema.createMap(TEXT),
                Bytes.joined(Bytes.varint(1), Bytes.varint(1), new byte[] {'k'}, Bytes.varint(0), END));
        assertDamaged(Schema.createFixed("Digest", null, "test", 16), new byte[15]);
    }

    private static void assertIntact(Schema schema, byte[] body) {
        assertThat(new BodyCheck(body, 0).check(schema)).isEmpty();
    }

    private static void assertDamaged(Schema schema, byte[] body) {
        assertThatExceptionOfType(UndecodableEventException.class)
                .isThrownBy(() -> new BodyCheck(body, 0).check(schema));
    }
}
