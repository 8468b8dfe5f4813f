package com.dmverify.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.dmverify.events.VerificationRequested;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever follows a right header: a record or {@link UndecodableEventException}, and hardly any memory is used. */
class HostileBytesTest {

    private static final int RANDOM_BODIES = 4_000;
    private static final long[] EXTREMES = LongStream.of(
                    -1,
                    1 << 20,
                    1 << 24,
                    1 << 28,
                    Integer.MAX_VALUE - 9L,
                    Integer.MAX_VALUE - 8L,
                    Integer.MAX_VALUE,
                    1L << 31,
                    1L << 40,
                    Long.MAX_VALUE,
                    -(1 << 20),
                    -(1L << 31),
                    Long.MIN_VALUE)
            .toArray();

    /** The longest body here has a few hundred bytes; an exception with its stack and texts takes some kilobytes. */
    private static final long MOST_ALLOCATED = 512 * 1024;

    private final EventCodec codec = new EventCodec();
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static List<Schema> schemas() {
        return EventSchemas.OWN;
    }

    /** So that no class is loaded while memory is measured. */
    @BeforeEach
    void loadClasses() {
        for (Schema schema : EventSchemas.OWN) {
            for (byte[] body : Bytes.randomBodies(schema, 3, 1)) {
                codec.decode(Bytes.record(schema, body));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"feffffff0f616263", "eeffffff0f616263", "f0ffffff0f616263", "ffffffffffffffffff01616263"})
    void aLengthOfTwoBillionsIsDamage(String body) {
        byte[] bytes = Bytes.record(
                VerificationRequested.getClassSchema(), HexFormat.of().parseHex(body));

        assertThatExceptionOfType(UndecodableEventException.class).isThrownBy(() -> codec.decode(bytes));
        assertIsHarmless(bytes);
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void aRandomBodyIsHarmless(Schema schema) {
        Random random = new Random(20_261_126);
        for (int i = 0; i < RANDOM_BODIES; i++) {
            byte[] body = new byte[random.nextInt(300)];
            random.nextBytes(body);
            assertIsHarmless(Bytes.record(schema, body));
        }
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void everyMutatedLengthIsHarmless(Schema schema) {
        for (byte[] body : Bytes.randomBodies(schema, 2, 42)) {
            byte[] intact = Bytes.record(schema, body);
            for (int at = EventCodec.HEADER_LENGTH; at < intact.length; at++) {
                byte[] before = Arrays.copyOf(intact, at);
                byte[] after = Arrays.copyOfRange(intact, at + 1, intact.length);
                for (long extreme : EXTREMES) {
                    assertIsHarmless(Bytes.joined(before, Bytes.varint(extreme), after));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void aRecordWithAByteMissingOrAddedIsHarmless(Schema schema) {
        for (byte[] body : Bytes.randomBodies(schema, 2, 7)) {
            byte[] intact = Bytes.record(schema, body);
            for (int length = 0; length < intact.length; length++) {
                byte[] cut = Arrays.copyOf(intact, length);
                assertThatExceptionOfType(UndecodableEventException.class).isThrownBy(() -> codec.decode(cut));
            }
            byte[] longer = Arrays.copyOf(intact, intact.length + 1);
            assertThatExceptionOfType(UndecodableEventException.class).isThrownBy(() -> codec.decode(longer));
        }
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void anIntactRecordIsRead(Schema schema) {
        for (byte[] body : Bytes.randomBodies(schema, 100, 3)) {
            SpecificRecord event = codec.decode(Bytes.record(schema, body));

            assertThat(event.getSchema()).isEqualTo(schema);
        }
    }

    private void assertIsHarmless(byte[] bytes) {
        long before = threads.getCurrentThreadAllocatedBytes();
        String outcome;
        try {
            outcome = codec.decode(bytes).getSchema().getName();
        } catch (UndecodableEventException e) {
            outcome = "damaged";
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        if (allocated > MOST_ALLOCATED) {
            assertThat(allocated)
                    .as("%s: %s", outcome, HexFormat.of().formatHex(bytes))
                    .isLessThanOrEqualTo(MOST_ALLOCATED);
        }
    }
}
