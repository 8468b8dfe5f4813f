package com.dmverify.api.deadline;

import com.dmverify.api.failure.TransientFailure;
import com.dmverify.api.outbox.OutboxRelay;
import com.dmverify.api.store.NewerFormatException;
import com.dmverify.api.store.Quarantine;
import com.dmverify.api.store.VerificationStore;
import com.dmverify.api.verification.VerificationId;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Ends every verification whose time is over. All replicas sweep; the script ends each only once. A damaged one is put aside and
 * holds up no other; what a newer version wrote is left to the replicas that know it.
 */
@Component
@EnableConfigurationProperties(DeadlineProperties.class)
class DeadlineSweeper {

    private static final Logger log = LoggerFactory.getLogger(DeadlineSweeper.class);

    private final VerificationStore store;
    private final Quarantine quarantine;
    private final OutboxRelay relay;
    private final Duration timeout;
    private final int concurrency;

    DeadlineSweeper(VerificationStore store, Quarantine quarantine, OutboxRelay relay, DeadlineProperties properties) {
        this.store = store;
        this.quarantine = quarantine;
        this.relay = relay;
        this.timeout = properties.sweepTimeout();
        this.concurrency = properties.concurrency();
    }

    /** One pass over all shards. An absent Redis is logged by the scheduler, and the next pass tries again. */
    @Scheduled(fixedDelayString = "${dm-verify.deadlines.sweep-every:1s}")
    void sweep() {
        store.due().flatMap(this::expire, concurrency).then().block(timeout);
    }

    /** Whether an error is the verification's own, and stays. */
    static boolean isDamage(Throwable error) {
        return !(error instanceof NewerFormatException) && !TransientFailure.isCauseOf(error);
    }

    private Mono<Void> expire(VerificationId id) {
        return store.expire(id)
                .flatMap(relay::publish)
                .then()
                .onErrorResume(NewerFormatException.class, newer -> Mono.empty())
                .onErrorResume(DeadlineSweeper::isDamage, damage -> putAside(id, damage));
    }

    private Mono<Void> putAside(VerificationId id, Throwable damage) {
        String cause =
                String.valueOf(NestedExceptionUtils.getMostSpecificCause(damage).getMessage());
        return quarantine
                .putAside(id, cause)
                .doOnNext(until -> log.atError()
                        .addKeyValue("verification", id)
                        .addKeyValue("cause", cause)
                        .addKeyValue("again_in", until)
                        .log("verification.damaged"))
                .then();
    }
}
