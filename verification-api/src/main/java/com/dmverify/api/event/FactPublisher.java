package com.dmverify.api.event;

import com.dmverify.api.trace.RecordTrace;
import com.dmverify.api.verification.Fact;
import com.dmverify.api.verification.Verification;
import com.dmverify.schemas.CloudEventHeaders;
import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.Topics;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaTemplate;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Writes a fact to its topic. Completes when all in-sync replicas have it. */
final class FactPublisher {

    static final String SOURCE = "/verification-api";

    private final KafkaTemplate<String, byte[]> kafka;
    private final EventCodec codec;

    FactPublisher(KafkaTemplate<String, byte[]> kafka, EventCodec codec) {
        this.kafka = kafka;
        this.codec = codec;
    }

    Mono<Void> publish(Fact fact) {
        // Without the topic's metadata, send() blocks: never on an event loop.
        return Mono.fromFuture(() -> kafka.send(message(fact)))
                .subscribeOn(Schedulers.boundedElastic())
                .then();
    }

    private ProducerRecord<String, byte[]> message(Fact fact) {
        Verification verification = fact.verification();
        String id = verification.id().value();
        SpecificRecord event = FactRecords.of(fact);
        byte[] body = codec.encode(event);
        ProducerRecord<String, byte[]> message = fact.type() == Fact.Type.REQUESTED
                ? order(Lane.of(verification), body)
                : new ProducerRecord<>(Topics.VERIFICATION_EVENTS, id, body);
        new CloudEventHeaders(id + "." + verification.sequence(), SOURCE, id, fact.at())
                .of(event)
                .forEach(message.headers()::add);
        if (fact.trace() != null) {
            RecordTrace.put(message.headers(), fact.trace());
        }
        return message;
    }

    private ProducerRecord<String, byte[]> order(Lane lane, byte[] body) {
        @Nullable
        Integer partition = lane.isOnlyOne()
                ? null
                : lane.partition(
                        kafka.partitionsFor(Topics.VERIFICATION_REQUESTED).size());
        return new ProducerRecord<>(Topics.VERIFICATION_REQUESTED, partition, lane.key(), body);
    }
}
