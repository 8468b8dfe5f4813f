package com.dmverify.api.event;

import com.dmverify.api.store.Announcement;
import com.dmverify.api.store.Outbox;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import reactor.core.publisher.Mono;

/** Publishes what a crash or an absent Kafka left in the outbox. Every replica sweeps; a fact told twice has one id. */
final class OutboxSweeper {

    private static final Logger log = LoggerFactory.getLogger(OutboxSweeper.class);

    private final Outbox outbox;
    private final Announcer announcer;
    private final Duration leftBehindAfter;
    private final Duration patience;

    OutboxSweeper(Outbox outbox, Announcer announcer, EventProperties properties) {
        this.outbox = outbox;
        this.announcer = announcer;
        this.leftBehindAfter = properties.leftBehindAfter();
        this.patience = properties.sweepPatience();
    }

    /** One pass over all shards. A failure is logged by the scheduler, and the next pass tries again. */
    @Scheduled(fixedDelayString = "${dm-verify.events.sweep-every:2s}")
    void sweep() {
        outbox.leftBehind(leftBehindAfter)
                .concatMap(waiting -> announcer
                        .carry(waiting)
                        .onErrorResume(OutboxSweeper::isUntellable, error -> putAside(waiting, error)))
                .then()
                .block(patience);
    }

    /** A fact that cannot be told, whatever Kafka does, must not hold up the others. */
    private static boolean isUntellable(Throwable error) {
        return error instanceof IllegalStateException || error instanceof IllegalArgumentException;
    }

    private static Mono<Void> putAside(Announcement waiting, Throwable error) {
        log.atError()
                .addKeyValue("shard", waiting.shard())
                .addKeyValue("entry", waiting.entry())
                .addKeyValue("cause", error.toString())
                .addKeyValue("trace_id", waiting.fact().traceId())
                .log("fact.untellable");
        return Mono.empty();
    }
}
