package com.dmverify.guarantees.poison;

import com.dmverify.events.ActivityKind;
import com.dmverify.events.ActivityRecorded;
import com.dmverify.events.DmAttempted;
import com.dmverify.events.DmOutcome;
import com.dmverify.events.OptOutChanged;
import com.dmverify.events.OptOutState;
import com.dmverify.events.VerificationCanceled;
import com.dmverify.events.VerificationRequested;
import com.dmverify.guarantees.plan.Poison;
import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Makes the bytes of a poisonous record. */
final class PoisonRecords {

    private static final Schema STRANGER = SchemaBuilder.record("com.example.Stranger")
            .fields()
            .requiredString("word")
            .endRecord();
    /** Marker and fingerprint of a single-object record. */
    private static final int HEADER = 10;

    private static final Instant PAST = Instant.parse("2026-01-01T00:00:00Z");
    // Not sent because it is poisonous, not because it is late.
    private static final Instant FAR_FUTURE = Instant.parse("2999-01-01T00:00:00Z");

    private final EventCodec codec = new EventCodec();
    private final long seed;
    private final String bystander;

    /** @param bystander the user id of a person who accepts messages, and for whom no platform starts a verification */
    PoisonRecords(long seed, String bystander) {
        this.seed = seed;
        this.bystander = bystander;
    }

    byte @Nullable [] value(Poison poison) {
        return switch (poison.kind()) {
            case RANDOM_BYTES -> random(poison);
            case NULL_VALUE -> null;
            case CUT_SHORT -> cutShort(codec.encode(validRecord(poison.topic(), poison)));
            case RANDOM_BODY -> randomBody(poison);
            case MUTATED_LENGTH -> mutatedLength(poison);
            case OF_AN_UNKNOWN_SCHEMA -> ofAnUnknownSchema();
            case OF_ANOTHER_TOPIC -> codec.encode(validRecord(elsewhere(poison.topic()), poison));
            case OF_UNKNOWN_PERSON -> codec.encode(validRecord(poison.topic(), poison));
        };
    }

    private byte[] random(Poison poison) {
        Random random = new Random(seed + poison.number());
        byte[] bytes = new byte[1 + random.nextInt(2_000)];
        random.nextBytes(bytes);
        return bytes;
    }

    /** The last byte begins a varint that does not end: no valid body ends so. */
    private byte[] randomBody(Poison poison) {
        byte[] header = codec.encode(validRecord(poison.topic(), poison));
        byte[] body = random(poison);
        body[body.length - 1] = (byte) 0xFF;
        return ByteBuffer.allocate(HEADER + body.length)
                .put(header, 0, HEADER)
                .put(body)
                .array();
    }

    private byte[] mutatedLength(Poison poison) {
        SpecificRecord record = validRecord(poison.topic(), poison);
        byte[] whole = codec.encode(record);
        AvroLengths lengths = AvroLengths.in(record.getSchema(), whole, HEADER);
        if (lengths.count() > Poison.MOST_LENGTHS) {
            throw new IllegalStateException(record.getSchema().getName() + " has " + lengths.count() + " lengths");
        }
        int number = poison.variant() % lengths.count();
        List<Long> others = List.of(
                (long) Integer.MAX_VALUE,
                Long.MAX_VALUE,
                Long.MIN_VALUE,
                -1L,
                100_000_000L,
                (long) whole.length,
                1L << 32);
        Random random = new Random(seed + poison.number());
        return lengths.with(number, others.get(random.nextInt(others.size())));
    }

    private static byte[] cutShort(byte[] whole) {
        return Arrays.copyOf(whole, whole.length / 2);
    }

    private static byte[] ofAnUnknownSchema() {
        try {
            ByteBuffer encoded = new BinaryMessageEncoder<>(GenericData.get(), STRANGER)
                    .encode(new GenericRecordBuilder(STRANGER)
                            .set("word", "hello")
                            .build());
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String elsewhere(String topic) {
        return topic.equals(Topics.DM_ATTEMPTED) ? Topics.VERIFICATION_REQUESTED : Topics.DM_ATTEMPTED;
    }

    private SpecificRecord validRecord(String topic, Poison poison) {
        return switch (topic) {
            case Topics.DM_ATTEMPTED -> report(poison);
            case Topics.X_ACTIVITY -> follow(poison);
            case Topics.VERIFICATION_EVENTS -> canceled(poison);
            case Topics.OPT_OUTS -> optOut();
            default -> order(poison);
        };
    }

    /** A valid order of an account that is not configured. */
    private VerificationRequested order(Poison poison) {
        return VerificationRequested.newBuilder()
                .setVerificationId(String.format(Locale.ROOT, "ver_%026d", poison.number()))
                .setCodeVersion(1)
                .setDispatch(1)
                .setTenant(poison.brand().name())
                .setAccount("unconfigured")
                .setTargetUserId(bystander)
                .setKeyId("guarantees")
                .setCodeDigits(6)
                .setCodeLifeSeconds(600)
                .setSendDeadline(FAR_FUTURE)
                .setRequestedAt(PAST)
                .build();
    }

    private DmAttempted report(Poison poison) {
        return DmAttempted.newBuilder()
                .setVerificationId("no verification " + poison.number())
                .setCodeVersion(1)
                .setDispatch(1)
                .setAccount(poison.brand().name())
                .setOutcome(DmOutcome.SENT)
                .setRecipientUserId(bystander)
                .setAttemptedAt(PAST)
                .setSettledAt(PAST)
                .build();
    }

    private static VerificationCanceled canceled(Poison poison) {
        return VerificationCanceled.newBuilder()
                .setVerificationId("no verification " + poison.number())
                .setTenant(poison.brand().name())
                .setSequence(1)
                .setOccurredAt(PAST)
                .build();
    }

    private OptOutChanged optOut() {
        return OptOutChanged.newBuilder()
                .setAccount("unconfigured")
                .setUserId(bystander)
                .setState(OptOutState.OPTED_OUT)
                .setOccurredAt(PAST)
                .build();
    }

    private ActivityRecorded follow(Poison poison) {
        return ActivityRecorded.newBuilder()
                .setActivityId("poison " + poison.number())
                .setKind(ActivityKind.FOLLOW)
                .setApp(poison.brand().name())
                .setAccountUserId(poison.brand().id())
                .setOtherUserId("not a number")
                .setOccurredAt(PAST)
                .setReceivedAt(PAST)
                .setRaw("{}")
                .build();
    }
}
