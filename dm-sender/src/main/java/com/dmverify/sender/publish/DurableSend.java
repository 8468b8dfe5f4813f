package com.dmverify.sender.publish;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;

/** Sends and waits until the brokers have it. The producer's delivery time-out bounds the wait. */
final class DurableSend {

    private final KafkaTemplate<String, byte[]> kafka;

    DurableSend(KafkaTemplate<String, byte[]> kafka) {
        this.kafka = kafka;
    }

    /** Returns when the record is durable; throws {@link NotDurableException} if it does not get there. */
    void send(ProducerRecord<String, byte[]> record) {
        try {
            kafka.send(record).join();
        } catch (CompletionException | CancellationException | KafkaException | ApiException e) {
            throw new NotDurableException(record.topic(), e);
        }
    }

    /** Lets the trace of what was received go on in what is sent, also where nothing traces here. */
    static void continueTrace(Headers received, Headers sent) {
        for (String name : new String[] {"traceparent", "tracestate"}) {
            Header header = received.lastHeader(name);
            if (header != null) {
                sent.add(header);
            }
        }
    }
}
