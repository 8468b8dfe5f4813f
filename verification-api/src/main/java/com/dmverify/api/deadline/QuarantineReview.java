package com.dmverify.api.deadline;

import com.dmverify.api.store.NewerFormatException;
import com.dmverify.api.store.Quarantine;
import com.dmverify.api.store.VerificationStore;
import com.dmverify.api.verification.VerificationId;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.scheduling.annotation.Scheduled;
import reactor.core.publisher.Mono;

/**
 * Counts the damaged verifications ({@code dm.verify.quarantine}), and takes out those that an operator repaired or removed.
 */
class QuarantineReview {

    private final VerificationStore store;
    private final Quarantine quarantine;
    private final Duration longest;
    private final AtomicLong aside;

    QuarantineReview(
            VerificationStore store, Quarantine quarantine, DeadlineProperties properties, MeterRegistry meters) {
        this.store = store;
        this.quarantine = quarantine;
        this.longest = properties.sweepTimeout();
        this.aside = meters.gauge("dm.verify.quarantine", new AtomicLong());
    }

    @Scheduled(fixedDelayString = "${dm-verify.deadlines.review-every:30s}")
    void review() {
        Long count = quarantine.all().filterWhen(this::isDamaged).count().block(longest);
        aside.set(count == null ? 0 : count);
    }

    private Mono<Boolean> isDamaged(VerificationId id) {
        return store.find(id)
                .then(Mono.defer(() -> quarantine.release(id)))
                .thenReturn(false)
                .onErrorResume(DeadlineSweeper::isDamage, damage -> Mono.just(true))
                .onErrorResume(NewerFormatException.class, newer -> Mono.just(false));
    }
}
