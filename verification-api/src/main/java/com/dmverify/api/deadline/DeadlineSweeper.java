package com.dmverify.api.deadline;

import com.dmverify.api.failure.TransientFailure;
import com.dmverify.api.redis.SweepLeases;
import com.dmverify.api.store.Moments;
import com.dmverify.api.store.NewerFormatException;
import com.dmverify.api.store.Quarantine;
import com.dmverify.api.store.VerificationStore;
import com.dmverify.api.verification.VerificationId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.scheduling.annotation.Scheduled;
import reactor.core.publisher.Mono;

/**
 * Ends every verification whose deadline has passed. One replica sweeps a shard at a time. A damaged verification is put aside
 * and holds up no other; what a newer version wrote is left to the replicas that know it.
 */
class DeadlineSweeper {

    private static final Logger LOG = LoggerFactory.getLogger(DeadlineSweeper.class);

    private final VerificationStore store;
    private final Moments moments;
    private final Quarantine quarantine;
    private final SweepLeases leases;
    private final DeadlineProperties properties;

    DeadlineSweeper(
            VerificationStore store,
            Moments moments,
            Quarantine quarantine,
            SweepLeases leases,
            DeadlineProperties properties) {
        this.store = store;
        this.moments = moments;
        this.quarantine = quarantine;
        this.leases = leases;
        this.properties = properties;
    }

    /** One pass over the shards of this replica. An absent Redis is logged by the scheduler, and the next pass tries again. */
    @Scheduled(fixedDelayString = "${dm-verify.deadlines.sweep-every:1s}")
    void sweep() {
        leases.take()
                .flatMap(shard -> sweep(shard).then(Mono.defer(() -> leases.completed(shard))), properties.shards())
                .then()
                .block(properties.sweepTimeout());
    }

    /** Whether an error is the verification's own, and stays. */
    static boolean isDamage(Throwable error) {
        return !(error instanceof NewerFormatException) && !TransientFailure.isCauseOf(error);
    }

    /** A shard whose deadlines cannot be read holds up no other. */
    private Mono<Void> sweep(int shard) {
        return store.due(shard)
                .flatMap(this::expire, properties.concurrency())
                .then()
                .onErrorResume(DeadlineSweeper::isDamage, damage -> {
                    LOG.atError().addKeyValue("shard", shard).setCause(damage).log("deadlines.damaged");
                    return Mono.empty();
                });
    }

    private Mono<Void> expire(VerificationId id) {
        return Mono.deferContextual(
                        context -> store.update(id, verification -> verification.expire(moments.now(context))))
                .hasElement()
                .flatMap(exists -> exists ? Mono.<Void>empty() : store.forgetDeadline(id))
                .onErrorResume(NewerFormatException.class, newer -> Mono.empty())
                .onErrorResume(DeadlineSweeper::isDamage, damage -> putAside(id, damage));
    }

    private Mono<Void> putAside(VerificationId id, Throwable damage) {
        String cause =
                String.valueOf(NestedExceptionUtils.getMostSpecificCause(damage).getMessage());
        return quarantine
                .putAside(id, cause)
                .doOnNext(until -> LOG.atError()
                        .addKeyValue("verification", id)
                        .addKeyValue("cause", cause)
                        .addKeyValue("again_in", until)
                        .log("verification.damaged"))
                .then()
                .onErrorResume(DeadlineSweeper::isDamage, alsoDamaged -> {
                    LOG.atError()
                            .addKeyValue("verification", id)
                            .setCause(alsoDamaged)
                            .log("quarantine.damaged");
                    return Mono.empty();
                });
    }
}
