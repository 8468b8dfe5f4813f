package com.dmverify.api.outbox;

import com.dmverify.api.store.Outbox;
import com.dmverify.api.store.OutboxEntry;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import reactor.core.publisher.Mono;

/** Publishes what a crash or an absent Kafka left in the outbox. Every replica sweeps; an event published twice has one id. */
final class OutboxSweeper {

    private static final Logger log = LoggerFactory.getLogger(OutboxSweeper.class);

    private final Outbox outbox;
    private final OutboxRelay relay;
    private final Duration overdueAfter;
    private final Duration timeout;

    OutboxSweeper(Outbox outbox, OutboxRelay relay, OutboxProperties properties) {
        this.outbox = outbox;
        this.relay = relay;
        this.overdueAfter = properties.overdueAfter();
        this.timeout = properties.sweepTimeout();
    }

    /** One pass over all shards. A failure is logged by the scheduler, and the next pass tries again. */
    @Scheduled(fixedDelayString = "${dm-verify.outbox.sweep-every:2s}")
    void sweep() {
        outbox.findOlderThan(overdueAfter)
                .concatMap(waiting -> relay.publishEntry(waiting)
                        .onErrorResume(OutboxSweeper::isUnpublishable, error -> putAside(waiting, error)))
                .then()
                .block(timeout);
    }

    /** An event that cannot be published, whatever Kafka does, must not hold up the others. */
    private static boolean isUnpublishable(Throwable error) {
        return error instanceof IllegalStateException || error instanceof IllegalArgumentException;
    }

    private static Mono<Void> putAside(OutboxEntry waiting, Throwable error) {
        log.atError()
                .addKeyValue("shard", waiting.shard())
                .addKeyValue("id", waiting.id())
                .addKeyValue("cause", error.toString())
                .addKeyValue("trace_id", waiting.event().traceId())
                .log("event.unpublishable");
        return Mono.empty();
    }
}
