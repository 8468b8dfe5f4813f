package com.dmverify.api.outbox;

import com.dmverify.api.trace.RecordTrace;
import com.dmverify.api.trace.Trace;
import com.dmverify.api.verification.SendingAccount;
import com.dmverify.api.verification.UserId;
import com.dmverify.api.verification.Verification;
import com.dmverify.api.verification.VerificationEvent;
import com.dmverify.events.OptOutChanged;
import com.dmverify.events.OptOutState;
import com.dmverify.schemas.CloudEventHeaders;
import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.Topics;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Makes the finished Kafka record of an event. An order goes to dm-sender, every other event to the platform's topic. */
public final class EventRecords {

    /** The CloudEvents source of all records of this service. */
    static final String SOURCE = "/verification-api";

    private final EventCodec codec;

    public EventRecords(EventCodec codec) {
        this.codec = codec;
    }

    /** The record of this event; the same event makes a record with the same id again. */
    public KafkaRecord of(VerificationEvent event) {
        Verification verification = event.verification();
        String id = verification.id().value();
        boolean isOrder = event.type() == VerificationEvent.Type.REQUESTED;
        CloudEventHeaders headers = new CloudEventHeaders(id + "." + verification.sequence(), SOURCE, id, event.at());
        return record(
                isOrder ? Topics.VERIFICATION_REQUESTED : Topics.VERIFICATION_EVENTS,
                isOrder ? OrderPartitioner.key(verification) : id,
                headers,
                EventBodies.of(event),
                event.trace());
    }

    /** The record that tells dm-sender that a person opted out of an account, or in again. */
    public KafkaRecord ofOptOut(
            SendingAccount account, UserId person, boolean optedOut, Instant at, @Nullable Trace trace) {
        OptOutChanged body = OptOutChanged.newBuilder()
                .setAccount(account.name())
                .setUserId(person.value())
                .setState(optedOut ? OptOutState.OPTED_OUT : OptOutState.OPTED_IN)
                .setOccurredAt(at)
                .build();
        String key = account.name() + ":" + person.value();
        String id = key + "." + at.toEpochMilli() + "." + body.getState();
        return record(Topics.OPT_OUTS, key, new CloudEventHeaders(id, SOURCE, key, at), body, trace);
    }

    private KafkaRecord record(
            String topic, String key, CloudEventHeaders attributes, SpecificRecord body, @Nullable Trace trace) {
        Map<String, byte[]> headers = new LinkedHashMap<>(attributes.of(body));
        if (trace != null) {
            RecordTrace.put(headers, trace);
        }
        return new KafkaRecord(attributes.time(), topic, key, headers, codec.encode(body));
    }
}
