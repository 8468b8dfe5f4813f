package com.dmverify.schemas;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.dmverify.events.VerificationCanceled;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SystemLimitException;
import org.apache.avro.io.Decoder;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventReaderTest {

    private static final Schema SCHEMA = VerificationCanceled.getClassSchema();

    static Stream<Throwable> failuresOfAvro() {
        return Stream.of(
                new StackOverflowError(),
                new OutOfMemoryError("Java heap space"),
                new OutOfMemoryError("Requested array size exceeds VM limit"),
                new SystemLimitException("String length exceeds what the host allows"),
                new ClassCastException());
    }

    @ParameterizedTest
    @MethodSource("failuresOfAvro")
    void whateverAvroThrowsTheRecordIsDamaged(Throwable failure) {
        // Given
        EventReader reader = new EventReader(SCHEMA, new Failing(failure));
        byte[] body = Bytes.randomBodies(SCHEMA, 1, 1).get(0);

        assertThatExceptionOfType(UndecodableEventException.class)
                .isThrownBy(() -> reader.read(body, 0))
                .withCause(failure);
    }

    private static final class Failing extends SpecificDatumReader<SpecificRecord> {

        private final Throwable failure;

        Failing(Throwable failure) {
            super(SCHEMA, SCHEMA, EventModel.INSTANCE);
            this.failure = failure;
        }

        @Override
        public SpecificRecord read(SpecificRecord reuse, Decoder in) {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        }
    }
}
