package com.dmverify.sender.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dmverify.schemas.TopicNames;
import com.dmverify.schemas.Topics;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** Puts an order aside until its time has come, so that those behind it can pass. */
final class RetryPublisher {

    static final String TOPIC = Topics.VERIFICATION_REQUESTED + Topics.RETRY;

    private final DurableSend kafka;
    private final TopicNames topics;
    private final InstantSource clock;

    RetryPublisher(DurableSend kafka, TopicNames topics, InstantSource clock) {
        this.kafka = kafka;
        this.topics = topics;
        this.clock = clock;
    }

    void publish(ConsumerRecord<String, byte[]> order, Instant notBefore, String cause) {
        send(order, RetryState.of(order.headers()).attempt() + 1, notBefore, cause);
    }

    void putAside(ConsumerRecord<String, byte[]> order, Instant notBefore, String cause) {
        send(order, RetryState.of(order.headers()).attempt(), notBefore, cause);
    }

    private void send(ConsumerRecord<String, byte[]> order, int attempt, Instant notBefore, String cause) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(topics.of(TOPIC), null, order.key(), order.value(), order.headers());
        Headers headers = record.headers();
        replace(headers, RetryState.ATTEMPT, String.valueOf(attempt));
        replace(headers, RetryState.NOT_BEFORE, notBefore.toString());
        replace(headers, RetryState.CAUSE, cause);
        replace(headers, RetryState.ORIGIN, Origin.of(order));
        if (RetryState.of(order.headers()).since() == null) {
            replace(headers, RetryState.SINCE, clock.instant().toString());
        }
        kafka.send(record);
    }

    private static void replace(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(UTF_8));
    }
}
