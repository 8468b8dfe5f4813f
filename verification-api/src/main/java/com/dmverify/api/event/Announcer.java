package com.dmverify.api.event;

import com.dmverify.api.store.Announcement;
import com.dmverify.api.store.Outbox;
import com.dmverify.api.store.Transition;
import com.dmverify.api.verification.Fact;
import com.dmverify.api.verification.Verification;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Carries facts from the outbox to Kafka. A fact leaves the outbox only when Kafka has it, so it is published at least once;
 * a repeated one has the same id.
 */
public final class Announcer {

    private static final Logger log = LoggerFactory.getLogger(Announcer.class);

    private final FactPublisher publisher;
    private final Outbox outbox;
    private final Index index;
    private final FactCounters counters;
    private final Duration patience;

    Announcer(FactPublisher publisher, Outbox outbox, Index index, FactCounters counters, Duration patience) {
        this.index = index;
        this.publisher = publisher;
        this.outbox = outbox;
        this.counters = counters;
        this.patience = patience;
    }

    /**
     * The same transition, after its facts were published in order. Kafka being away does not fail it: the facts are safe in
     * the outbox, and the sweeper tries again.
     */
    public Mono<Transition> announce(Transition transition) {
        return Mono.just(transition)
                .delayUntil(done -> Flux.fromIterable(done.announcements())
                        .concatMap(this::carry)
                        .then()
                        .timeout(patience)
                        .onErrorResume(error -> {
                            log.atWarn()
                                    .setCause(error)
                                    .log("Kafka did not take an event in time; it waits in the outbox");
                            return Mono.empty();
                        }));
    }

    /** Publishes one fact and takes it out of the outbox. */
    Mono<Void> carry(Announcement announcement) {
        return index.enter(announcement.fact())
                .then(Mono.defer(() -> publisher.publish(announcement.fact())))
                .then(Mono.defer(() -> outbox.remove(announcement)))
                .doOnSuccess(done -> tell(announcement.fact()));
    }

    private void tell(Fact fact) {
        counters.told(fact);
        Verification verification = fact.verification();
        log.atInfo()
                .addKeyValue("verification", verification.id())
                .addKeyValue("tenant", verification.request().tenant())
                .addKeyValue("fact", fact.type())
                .addKeyValue("status", verification.status().wire())
                .addKeyValue("delivery", verification.delivery().status().wire())
                .addKeyValue("reason", verification.reason())
                .addKeyValue("dispatch", verification.delivery().dispatch())
                .addKeyValue("trace_id", fact.traceId())
                .log(verification.status().isTerminal() ? "verification.completed" : "verification.changed");
    }
}
