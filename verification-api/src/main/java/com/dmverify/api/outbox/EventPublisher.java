package com.dmverify.api.outbox;

import com.dmverify.api.trace.RecordTrace;
import com.dmverify.api.verification.Verification;
import com.dmverify.api.verification.VerificationEvent;
import com.dmverify.schemas.CloudEventHeaders;
import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.Topics;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaTemplate;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Writes an event to its topic. Completes when all in-sync replicas have it. */
final class EventPublisher {

    static final String SOURCE = "/verification-api";

    private final KafkaTemplate<String, byte[]> kafka;
    private final EventCodec codec;

    EventPublisher(KafkaTemplate<String, byte[]> kafka, EventCodec codec) {
        this.kafka = kafka;
        this.codec = codec;
    }

    Mono<Void> publish(VerificationEvent event) {
        // Without the topic's metadata, send() blocks: never on an event loop.
        return Mono.fromFuture(() -> kafka.send(message(event)))
                .subscribeOn(Schedulers.boundedElastic())
                .then();
    }

    private ProducerRecord<String, byte[]> message(VerificationEvent event) {
        Verification verification = event.verification();
        String id = verification.id().value();
        SpecificRecord record = EventRecords.of(event);
        byte[] body = codec.encode(record);
        ProducerRecord<String, byte[]> message = event.type() == VerificationEvent.Type.REQUESTED
                ? order(OrderPartitioner.of(verification), body)
                : new ProducerRecord<>(Topics.VERIFICATION_EVENTS, id, body);
        new CloudEventHeaders(id + "." + verification.sequence(), SOURCE, id, event.at())
                .of(record)
                .forEach(message.headers()::add);
        if (event.trace() != null) {
            RecordTrace.put(message.headers(), event.trace());
        }
        return message;
    }

    private ProducerRecord<String, byte[]> order(OrderPartitioner partitioner, byte[] body) {
        @Nullable
        Integer partition = partitioner.isOnlyOne()
                ? null
                : partitioner.partition(
                        kafka.partitionsFor(Topics.VERIFICATION_REQUESTED).size());
        return new ProducerRecord<>(Topics.VERIFICATION_REQUESTED, partition, partitioner.key(), body);
    }
}
