package com.dmverify.schemas;

import com.dmverify.events.ActivityRecorded;
import com.dmverify.events.CodeSent;
import com.dmverify.events.DeliveryRequeued;
import com.dmverify.events.DmAttempted;
import com.dmverify.events.IncorrectCodeEntered;
import com.dmverify.events.OptOutChanged;
import com.dmverify.events.SendingPace;
import com.dmverify.events.UserActionAwaited;
import com.dmverify.events.VerificationCanceled;
import com.dmverify.events.VerificationExhausted;
import com.dmverify.events.VerificationExpired;
import com.dmverify.events.VerificationFailed;
import com.dmverify.events.VerificationOpened;
import com.dmverify.events.VerificationRequested;
import com.dmverify.events.VerificationSucceeded;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.SchemaStore;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;
import org.jspecify.annotations.Nullable;

/**
 * Turns the records of the river into bytes and back, in Avro's single-object encoding: {@code C3 01}, the eight bytes of
 * the schema's fingerprint, the body. No registry is needed. Source: Avro 1.12 specification, "Single-object encoding".
 *
 * <p>Thread-safe.
 */
public final class EventCodec {

    private static final int HEADER_LENGTH = 10;
    private static final short MARKER = (short) 0xC301;

    static {
        // Avro creates no class it was not told to trust.
        String ours = VerificationRequested.class.getPackageName();
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                type -> type.getPackageName().equals(ours), ClassSecurityValidator.DEFAULT));
    }

    /** Every record that travels. */
    static final List<Schema> SCHEMAS = List.of(
            VerificationRequested.getClassSchema(),
            DmAttempted.getClassSchema(),
            ActivityRecorded.getClassSchema(),
            SendingPace.getClassSchema(),
            OptOutChanged.getClassSchema(),
            VerificationOpened.getClassSchema(),
            CodeSent.getClassSchema(),
            UserActionAwaited.getClassSchema(),
            DeliveryRequeued.getClassSchema(),
            IncorrectCodeEntered.getClassSchema(),
            VerificationSucceeded.getClassSchema(),
            VerificationExpired.getClassSchema(),
            VerificationExhausted.getClassSchema(),
            VerificationCanceled.getClassSchema(),
            VerificationFailed.getClassSchema());

    private final Map<String, Schema> ownSchemas =
            SCHEMAS.stream().collect(Collectors.toMap(Schema::getFullName, Function.identity()));
    private final SchemaStore.Cache writers = new SchemaStore.Cache();
    private final Map<Schema, BinaryMessageEncoder<SpecificRecord>> encoders = new ConcurrentHashMap<>();
    private final Map<Long, BinaryMessageDecoder<SpecificRecord>> decoders = new ConcurrentHashMap<>();

    /** A codec that reads what this version of the schemas wrote. */
    public EventCodec() {
        SCHEMAS.forEach(writers::addSchema);
    }

    /** The record's bytes. */
    public byte[] encode(SpecificRecord event) {
        try {
            ByteBuffer bytes = encoders.computeIfAbsent(
                            event.getSchema(), schema -> new BinaryMessageEncoder<>(model(schema), schema))
                    .encode(event);
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
     * @throws UndecodableEventException if they are no record that this codec knows
     */
    public SpecificRecord decode(byte @Nullable [] bytes) {
        if (bytes == null
                || bytes.length < HEADER_LENGTH
                || ByteBuffer.wrap(bytes).getShort() != MARKER) {
            throw new UndecodableEventException("not an Avro single-object record (it begins with C3 01)");
        }
        long fingerprint = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(2);
        try {
            return decoders.computeIfAbsent(fingerprint, this::decoderOf).decode(bytes);
        } catch (IOException | AvroRuntimeException | IndexOutOfBoundsException | ClassCastException e) {
            throw new UndecodableEventException("a damaged record of schema " + Long.toHexString(fingerprint), e);
        }
    }

    /**
     * The record of these bytes, which has to be of the given type.
     *
     * @throws UndecodableEventException if they are something else
     */
    public <T extends SpecificRecord> T decode(byte @Nullable [] bytes, Class<T> type) {
        SpecificRecord event = decode(bytes);
        if (!type.isInstance(event)) {
            throw new UndecodableEventException(
                    "a " + event.getSchema().getName() + " where a " + type.getSimpleName() + " belongs");
        }
        return type.cast(event);
    }

    private BinaryMessageDecoder<SpecificRecord> decoderOf(long fingerprint) {
        Schema writer = writers.findByFingerprint(fingerprint);
        if (writer == null) {
            throw new UndecodableEventException("unknown schema " + Long.toHexString(fingerprint));
        }
        Schema reader = ownSchemas.getOrDefault(writer.getFullName(), writer);
        return new BinaryMessageDecoder<>(model(reader), reader, writers);
    }

    /** The generated class knows how its time stamps travel, also those that may be absent. */
    private static SpecificData model(Schema schema) {
        return SpecificData.getForSchema(schema);
    }
}
