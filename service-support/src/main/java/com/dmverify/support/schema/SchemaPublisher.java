package com.dmverify.support.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dmverify.schemas.SchemaEntry;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Writes every schema of this version to the topic, where other versions find it by its fingerprint. */
final class SchemaPublisher {

    private final Supplier<Producer<String, byte[]>> producers;
    private final String topic;
    private boolean done;

    SchemaPublisher(Supplier<Producer<String, byte[]>> producers, String topic) {
        this.producers = producers;
        this.topic = topic;
    }

    /**
     * Writes them, once. Returns when all are acknowledged.
     *
     * @throws ExecutionException if one is not: try again
     */
    synchronized void publish() throws ExecutionException, InterruptedException {
        if (done) {
            return;
        }
        try (Producer<String, byte[]> producer = producers.get()) {
            // Without the topic each of the sends would wait on its own.
            producer.partitionsFor(topic);
            List<Future<RecordMetadata>> sent = SchemaEntry.own().stream()
                    .map(entry -> producer.send(new ProducerRecord<>(
                            topic, entry.fingerprint(), entry.json().getBytes(UTF_8))))
                    .toList();
            for (Future<RecordMetadata> acknowledged : sent) {
                acknowledged.get();
            }
        }
        done = true;
    }
}
