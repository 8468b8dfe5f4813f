package com.dmverify.sender.publish;

import com.dmverify.events.DmAttempted;
import com.dmverify.events.DmOutcome;
import com.dmverify.events.OrderKind;
import com.dmverify.schemas.CloudEventHeaders;
import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.TopicNames;
import com.dmverify.schemas.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Publishes the reports of an order. The same report always has the same event id: readers can drop repeats. */
final class ReportPublisher {

    private static final String SOURCE = "/dm-sender";

    private final DurableSend kafka;
    private final TopicNames topics;
    private final EventCodec codec;

    ReportPublisher(DurableSend kafka, TopicNames topics, EventCodec codec) {
        this.kafka = kafka;
        this.topics = topics;
        this.codec = codec;
    }

    void publish(DmAttempted event, ConsumerRecord<String, byte[]> order) {
        String verification = event.getVerificationId();
        String id = verification + "." + event.getDispatch() + suffix(event);
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(topics.of(Topics.DM_ATTEMPTED), verification, codec.encode(event));
        new CloudEventHeaders(id, SOURCE, verification, event.getSettledAt())
                .of(event)
                .forEach(record.headers()::add);
        DurableSend.continueTrace(order.headers(), record.headers());
        kafka.send(record);
    }

    private static String suffix(DmAttempted event) {
        if (event.getKind() == OrderKind.LOOK_UP) {
            return ".looked-up";
        }
        return event.getOutcome() == DmOutcome.UNCONFIRMED ? ".unconfirmed" : ".attempted";
    }
}
