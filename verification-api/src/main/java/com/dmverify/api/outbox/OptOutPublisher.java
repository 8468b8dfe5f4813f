package com.dmverify.api.outbox;

import com.dmverify.api.store.person.OptOutChange;
import com.dmverify.api.store.person.OptOutStore;
import com.dmverify.api.store.person.WaitingChange;
import com.dmverify.api.trace.RecordTrace;
import com.dmverify.events.OptOutChanged;
import com.dmverify.events.OptOutState;
import com.dmverify.schemas.CloudEventHeaders;
import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.Topics;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Publishes who opted out, at once, and again what a crash or an absent Kafka left behind. A change that is published twice, or
 * after a later one, changes nothing for its reader.
 */
public class OptOutPublisher {

    private static final Logger log = LoggerFactory.getLogger(OptOutPublisher.class);

    private final KafkaTemplate<String, byte[]> kafka;
    private final EventCodec codec;
    private final OptOutStore store;
    private final OutboxProperties properties;

    OptOutPublisher(
            KafkaTemplate<String, byte[]> kafka, EventCodec codec, OptOutStore store, OutboxProperties properties) {
        this.kafka = kafka;
        this.codec = codec;
        this.store = store;
        this.properties = properties;
    }

    /** Publishes changes. Kafka being away does not fail it: they wait in the store. */
    public Mono<Void> publish(List<WaitingChange> changes) {
        return Flux.fromIterable(changes)
                .concatMap(this::carry)
                .then()
                .timeout(properties.publishTimeout())
                .onErrorResume(error -> {
                    log.atWarn().addKeyValue("cause", error.toString()).log("opt_out.publish_delayed");
                    return Mono.empty();
                });
    }

    /** Publishes what waits. A change that cannot be published holds up no other. */
    @Scheduled(fixedDelayString = "${dm-verify.outbox.sweep-every:2s}")
    void sweep() {
        Duration longest = properties.sweepTimeout();
        store.waiting()
                .concatMap(change -> carry(change).onErrorResume(error -> {
                    log.atWarn()
                            .addKeyValue("shard", change.shard())
                            .addKeyValue("entry", change.entry())
                            .addKeyValue("cause", error.toString())
                            .log("opt_out.publish_delayed");
                    return Mono.empty();
                }))
                .then()
                .block(longest);
    }

    private Mono<Void> carry(WaitingChange waiting) {
        // Without the topic's metadata, send() blocks: never on an event loop.
        return Mono.fromFuture(() -> kafka.send(message(waiting.change())))
                .subscribeOn(Schedulers.boundedElastic())
                .then(Mono.defer(() -> store.told(waiting)));
    }

    private ProducerRecord<String, byte[]> message(OptOutChange change) {
        OptOutChanged event = OptOutChanged.newBuilder()
                .setAccount(change.account())
                .setUserId(change.person().value())
                .setState(change.optedOut() ? OptOutState.OPTED_OUT : OptOutState.OPTED_IN)
                .setOccurredAt(change.at())
                .build();
        String key = change.account() + ":" + change.person().value();
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(Topics.OPT_OUTS, key, codec.encode(event));
        String id = key + "." + change.at().toEpochMilli() + "." + event.getState();
        new CloudEventHeaders(id, EventPublisher.SOURCE, key, change.at())
                .of(event)
                .forEach(message.headers()::add);
        if (change.trace() != null) {
            RecordTrace.put(message.headers(), change.trace());
        }
        return message;
    }
}
