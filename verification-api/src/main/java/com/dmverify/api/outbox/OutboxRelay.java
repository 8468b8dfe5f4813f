package com.dmverify.api.outbox;

import com.dmverify.api.store.Outbox;
import com.dmverify.api.store.OutboxEntry;
import com.dmverify.api.store.Transition;
import com.dmverify.api.verification.Verification;
import com.dmverify.api.verification.VerificationEvent;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Carries events from the outbox to Kafka. An event leaves the outbox only when Kafka has it, so it is published at least once;
 * a repeated one has the same id.
 */
public final class OutboxRelay {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

    private final EventPublisher publisher;
    private final Outbox outbox;
    private final VerificationIndexes indexes;
    private final EventCounters counters;
    private final Duration timeout;

    OutboxRelay(
            EventPublisher publisher,
            Outbox outbox,
            VerificationIndexes indexes,
            EventCounters counters,
            Duration timeout) {
        this.indexes = indexes;
        this.publisher = publisher;
        this.outbox = outbox;
        this.counters = counters;
        this.timeout = timeout;
    }

    /**
     * The same transition, after its events were published in order. Kafka being away does not fail it: the events are safe in
     * the outbox, and the sweeper tries again.
     */
    public Mono<Transition> publish(Transition transition) {
        return Mono.just(transition)
                .delayUntil(done -> Flux.fromIterable(done.outboxEntries())
                        .concatMap(this::publishEntry)
                        .then()
                        .timeout(timeout)
                        .onErrorResume(error -> {
                            log.atWarn().setCause(error).log("outbox.publish_delayed");
                            return Mono.empty();
                        }));
    }

    /** Publishes one event and takes it out of the outbox. */
    Mono<Void> publishEntry(OutboxEntry outboxEntry) {
        return indexes.enter(outboxEntry.event())
                .then(Mono.defer(() -> publisher.publish(outboxEntry.event())))
                .then(Mono.defer(() -> outbox.remove(outboxEntry)))
                .doOnSuccess(done -> log(outboxEntry.event()));
    }

    private void log(VerificationEvent event) {
        counters.count(event);
        Verification verification = event.verification();
        log.atInfo()
                .addKeyValue("verification", verification.id())
                .addKeyValue("tenant", verification.request().tenant())
                .addKeyValue("event", event.type())
                .addKeyValue("status", verification.status().wire())
                .addKeyValue("delivery", verification.delivery().status().wire())
                .addKeyValue("reason", verification.reason())
                .addKeyValue("dispatch", verification.delivery().dispatch())
                .addKeyValue("trace_id", event.traceId())
                .log(verification.status().isTerminal() ? "verification.completed" : "verification.changed");
    }
}
