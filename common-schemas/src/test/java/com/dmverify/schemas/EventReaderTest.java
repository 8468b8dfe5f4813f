package com.dmverify.schemas;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.dmverify.events.VerificationRequested;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.io.Decoder;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventReaderTest {

    private static final Schema SCHEMA = VerificationRequested.getClassSchema();

    static Stream<Throwable> thrown() {
        return Stream.of(
                new StackOverflowError("a test"),
                new OutOfMemoryError("a test"),
                new UnsupportedOperationException("a test"));
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void whateverAvroThrowsWhileItReadsIsDamage(Throwable thrown) {
        // Given
        EventReader reader = new EventReader(SCHEMA, new ThrowingReader(thrown));
        byte[] intact = Bytes.randomBodies(SCHEMA, 3, 1).iterator().next();

        // Then
        assertThatExceptionOfType(UndecodableEventException.class)
                .isThrownBy(() -> reader.read(intact, 0))
                .withCause(thrown);
    }

    private static final class ThrowingReader extends SpecificDatumReader<SpecificRecord> {

        private final Throwable thrown;

        ThrowingReader(Throwable thrown) {
            super(SCHEMA, SCHEMA, EventModel.INSTANCE);
            this.thrown = thrown;
        }

        @Override
        public SpecificRecord read(@Nullable SpecificRecord reuse, Decoder in) {
            throw sneaky(thrown);
        }

        @SuppressWarnings("unchecked")
        private static <T extends Throwable> RuntimeException sneaky(Throwable thrown) throws T {
            throw (T) thrown;
        }
    }
}
