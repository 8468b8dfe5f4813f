package com.dmverify.schemas;

import java.io.IOException;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;

/**
 * Reads the bodies of one writer's schema as records of this version's schema of the same name.
 *
 * @param writer the schema that the bodies were written with
 * @param avro resolves it to this version's
 */
record EventReader(Schema writer, SpecificDatumReader<SpecificRecord> avro) {

    /** Empty if this version has no record of that name, or cannot read what was written with that schema. */
    static Optional<EventReader> of(Schema writer) {
        return EventSchemas.own(writer.getFullName())
                .filter(own -> isReadable(own, writer))
                .map(own -> new EventReader(writer, new SpecificDatumReader<>(writer, own, EventModel.INSTANCE)));
    }

    private static boolean isReadable(Schema own, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(own, writer).getType()
                == SchemaCompatibilityType.COMPATIBLE;
    }

    /** The record whose body begins at {@code offset} and ends with the bytes. */
    SpecificRecord read(byte[] bytes, int offset) {
        try {
            Optional<String> unknownSymbol = new BodyCheck(bytes, offset).check(writer);
            int length = bytes.length - offset;
            SpecificRecord event = avro.read(null, DecoderFactory.get().binaryDecoder(bytes, offset, length, null));
            if (unknownSymbol.isPresent()) {
                throw new UnknownSymbolException(unknownSymbol.get(), event);
            }
            return event;
        } catch (UnknownSymbolException | UndecodableEventException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new UndecodableEventException("a damaged " + writer.getName(), e);
        }
    }
}
