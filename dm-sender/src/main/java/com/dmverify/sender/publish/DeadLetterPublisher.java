package com.dmverify.sender.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dmverify.schemas.DeadLetterHeaders;
import com.dmverify.schemas.TopicNames;
import com.dmverify.schemas.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Publishes records that can never be carried out to the dead letter topic, byte for byte, with the cause. */
final class DeadLetterPublisher {

    static final String TOPIC = Topics.VERIFICATION_REQUESTED + Topics.DLT;

    private final DurableSend kafka;
    private final TopicNames topics;

    DeadLetterPublisher(DurableSend kafka, TopicNames topics) {
        this.kafka = kafka;
        this.topics = topics;
    }

    void publish(ConsumerRecord<String, byte[]> order, String reason) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(topics.of(TOPIC), null, order.key(), order.value(), order.headers());
        int attempt = RetryState.of(order.headers()).attempt();
        record.headers()
                .add(DeadLetterHeaders.CAUSE, reason.getBytes(UTF_8))
                .add(DeadLetterHeaders.ATTEMPT, String.valueOf(attempt).getBytes(UTF_8))
                .add(DeadLetterHeaders.ORIGIN, Origin.of(order).getBytes(UTF_8));
        kafka.send(record);
    }
}
