package com.dmverify.sender.publication;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dmverify.schemas.Topics;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** Puts an order aside until its time has come, so that those behind it can pass. */
final class RetryPublisher {

    static final String TOPIC = Topics.VERIFICATION_REQUESTED + Topics.RETRY;

    private final DurableSend kafka;

    RetryPublisher(DurableSend kafka) {
        this.kafka = kafka;
    }

    void publish(ConsumerRecord<String, byte[]> order, Instant notBefore, String cause) {
        RetryHeaders journey = RetryHeaders.of(order.headers());
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(TOPIC, null, order.key(), order.value(), order.headers());
        Headers headers = record.headers();
        replace(headers, RetryHeaders.ATTEMPT, String.valueOf(journey.attempt() + 1));
        replace(headers, RetryHeaders.NOT_BEFORE, notBefore.toString());
        replace(headers, RetryHeaders.CAUSE, cause);
        replace(headers, RetryHeaders.ORIGIN, Origin.of(order));
        kafka.send(record);
    }

    private static void replace(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(UTF_8));
    }
}
