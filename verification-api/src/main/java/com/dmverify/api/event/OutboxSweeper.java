package com.dmverify.api.event;

import com.dmverify.api.store.Outbox;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;

/** Publishes what a crash or an absent Kafka left in the outbox. Every replica sweeps; a fact told twice has one id. */
final class OutboxSweeper {

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
        outbox.leftBehind(leftBehindAfter).concatMap(announcer::carry).then().block(patience);
    }
}
