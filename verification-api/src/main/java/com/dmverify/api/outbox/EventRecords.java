package com.dmverify.api.outbox;

import com.dmverify.api.trace.RecordTrace;
import com.dmverify.api.trace.Trace;
import com.dmverify.api.verification.SendingAccount;
import com.dmverify.api.verification.UserId;
import com.dmverify.api.verification.Verification;
import com.dmverify.api.verification.VerificationEvent;
import com.dmverify.events.CommandRejected;
import com.dmverify.events.OptOutChanged;
import com.dmverify.events.OptOutState;
import com.dmverify.events.SwitchChanged;
import com.dmverify.events.VerificationRequested;
import com.dmverify.schemas.CloudEventHeaders;
import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.OrderKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Makes the finished Kafka records of an event. An order goes to dm-sender, every other event to the topics of its tenant. */
public final class EventRecords {

    /** The CloudEvents source of all records of this service. */
    static final String SOURCE = "/verification-api";

    private final EventCodec codec;

    private final EventTopics topics;

    public EventRecords(EventCodec codec, EventTopics topics) {
        this.codec = codec;
        this.topics = topics;
    }

    /** The record of this event for each of its topics; the same event makes records with the same id again. */
    public List<KafkaRecord> of(VerificationEvent event) {
        Verification verification = event.verification();
        String id = verification.id().value();
        boolean isOrder = event.type() == VerificationEvent.Type.REQUESTED;
        CloudEventHeaders headers = new CloudEventHeaders(id + "." + verification.sequence(), SOURCE, id, event.at());
        List<String> to = isOrder
                ? List.of(topics.ofOrders())
                : topics.ofEvents(verification.request().tenant());
        KafkaRecord first = record(
                to.getFirst(),
                isOrder ? OrderPartitioner.key(verification) : id,
                headers,
                EventBodies.of(event),
                event.trace());
        return to.stream().map(first::on).toList();
    }

    /**
     * The record that answers a command which was not carried out.
     *
     * @param origin the position of the command: a repeated answer has the same id
     */
    public KafkaRecord ofRejection(
            String topic, CommandRejected rejection, String origin, Instant at, @Nullable Trace trace) {
        String key = rejection.getCommandId();
        return record(topic, key, new CloudEventHeaders(origin + ".rejected", SOURCE, key, at), rejection, trace);
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
        return record(topics.ofOptOuts(), key, new CloudEventHeaders(id, SOURCE, key, at), body, trace);
    }

    /** The record of an order to look a person up; it goes where the account's other orders go. */
    KafkaRecord ofLookUp(SendingAccount account, VerificationRequested order, @Nullable Trace trace) {
        String id = order.getVerificationId();
        CloudEventHeaders headers =
                new CloudEventHeaders(id + "." + order.getDispatch(), SOURCE, id, order.getRequestedAt());
        return record(topics.ofOrders(), OrderKey.of(account.name()).toString(), headers, order, trace);
    }

    /** The record of a switch that an operator changed. */
    public KafkaRecord ofSwitch(String key, SwitchChanged change) {
        Instant at = change.getChangedAt();
        String id = key + "." + at.toEpochMilli() + "." + change.getState();
        return record(topics.ofSwitches(), key, new CloudEventHeaders(id, SOURCE, key, at), change, null);
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
