package com.dmverify.api.event;

import com.dmverify.api.verification.Fact;
import com.dmverify.api.verification.Verification;
import com.dmverify.schemas.CloudEventHeaders;
import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.Topics;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaTemplate;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Writes a fact to its topic. Completes when all in-sync replicas have it. */
final class FactPublisher {

    private static final String SOURCE = "/verification-api";

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
        boolean order = fact.type() == Fact.Type.REQUESTED;
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(
                order ? Topics.VERIFICATION_REQUESTED : Topics.VERIFICATION_EVENTS,
                order ? verification.delivery().account().name() : id,
                codec.encode(event));
        new CloudEventHeaders(id + "." + verification.sequence(), SOURCE, id, fact.at())
                .of(event)
                .forEach(message.headers()::add);
        return message;
    }
}
