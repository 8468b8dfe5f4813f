package com.dmverify.cli.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dmverify.events.ActivityKind;
import com.dmverify.events.ActivityRecorded;
import com.dmverify.events.OrderKind;
import com.dmverify.events.VerificationRequested;
import com.dmverify.schemas.CloudEventHeaders;
import com.dmverify.schemas.EventCodec;
import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Builds dead letters as dm-sender and verification-api write them. */
public final class DeadLetterBuilder {

    public static final Instant WRITTEN = Instant.parse("2026-11-20T10:00:00Z");
    public static final String PRIVATE = "I am Alice, call me at 555";

    /** Made first: it trusts the records' enums, which Avro creates for a record with a default. */
    private static final EventCodec CODEC = new EventCodec();

    private final String topic;
    private final Headers headers = new RecordHeaders();
    private byte[] key = "demo".getBytes(UTF_8);
    private byte[] value = {};
    private long offset;
    private Instant writtenAt = WRITTEN;

    private DeadLetterBuilder(String topic) {
        this.topic = topic;
    }

    public static DeadLetterBuilder in(String topic) {
        return new DeadLetterBuilder(topic);
    }

    /** An order that dm-sender could not process. */
    public static DeadLetterBuilder ofDmSender() {
        return in("verification.requested.dlt")
                .event("ver_1", order("ver_1"))
                .dlt("unknown account other", "3", "verification.requested-3@1042");
    }

    /** A message of a user that verification-api could not process. */
    public static DeadLetterBuilder ofVerificationApi() {
        return in("x.activity.dlt").event("2000", activity()).dlt("boom", "1", "x.activity-1@7");
    }

    public static VerificationRequested order(String verification) {
        return VerificationRequested.newBuilder()
                .setKind(OrderKind.SEND_MESSAGE)
                .setVerificationId(verification)
                .setCodeVersion(1)
                .setDispatch(1)
                .setTenant("demo")
                .setAccount("demo")
                .setTargetHandle("carol")
                .setKeyId("k1")
                .setCodeDigits(6)
                .setCodeLifeSeconds(600)
                .setSendDeadline(WRITTEN)
                .setRequestedAt(WRITTEN)
                .build();
    }

    public static ActivityRecorded activity() {
        return ActivityRecorded.newBuilder()
                .setActivityId("a1")
                .setKind(ActivityKind.DM_RECEIVED)
                .setApp("default")
                .setAccountUserId("1000")
                .setOtherUserId("2000")
                .setText(PRIVATE)
                .setOccurredAt(WRITTEN)
                .setReceivedAt(WRITTEN)
                .setRaw("{\"text\":\"" + PRIVATE + "\"}")
                .build();
    }

    public DeadLetterBuilder event(String subject, SpecificRecord event) {
        new CloudEventHeaders("id-1", "/test", subject, WRITTEN).of(event).forEach(headers::add);
        return value(CODEC.encode(event));
    }

    public DeadLetterBuilder dlt(String cause, String attempt, String origin) {
        return header("dlt-cause", cause).header("dlt-attempt", attempt).header("dlt-origin", origin);
    }

    public DeadLetterBuilder header(String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
        return this;
    }

    public DeadLetterBuilder key(String key) {
        this.key = Optional.ofNullable(key).map(text -> text.getBytes(UTF_8)).orElse(null);
        return this;
    }

    public DeadLetterBuilder value(byte[] value) {
        this.value = value;
        return this;
    }

    public DeadLetterBuilder at(long offset) {
        this.offset = offset;
        return this;
    }

    public DeadLetterBuilder writtenAt(Instant writtenAt) {
        this.writtenAt = writtenAt;
        return this;
    }

    public DeadLetter build() {
        return new DeadLetter(new ConsumerRecord<>(
                topic,
                0,
                offset,
                writtenAt.toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                value == null ? -1 : value.length,
                key,
                value,
                headers,
                Optional.empty()));
    }
}
