package com.dmverify.api.delivery;

import com.dmverify.api.event.Announcer;
import com.dmverify.api.store.Transition;
import com.dmverify.api.store.VerificationStore;
import com.dmverify.api.store.WaitingUsers;
import com.dmverify.api.verification.DeliveryReport;
import com.dmverify.api.verification.DeliveryStatus;
import com.dmverify.api.verification.UserId;
import com.dmverify.api.verification.VerificationId;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Records what became of a message. One that X refused until the user acts is tied to what that user does. */
@Component
class SettleDispatch {

    /** The webhook's clock and the sender's may differ by this much. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(5);

    private final VerificationStore store;
    private final Announcer announcer;
    private final WaitingUsers waiting;

    SettleDispatch(VerificationStore store, Announcer announcer, WaitingUsers waiting) {
        this.store = store;
        this.announcer = announcer;
        this.waiting = waiting;
    }

    Mono<Void> settle(VerificationId id, DeliveryReport report, Instant attemptedAt) {
        UserId user = report.userId();
        if (user == null || !DeliveryReport.TARGET_CLOSED.equals(report.reason())) {
            return record(id, report).then();
        }
        return store.find(id)
                .mapNotNull(Transition::verification)
                .flatMap(found ->
                        untilUserActs(id, report, found.delivery().account().userId(), user, attemptedAt));
    }

    private Mono<Void> untilUserActs(
            VerificationId id, DeliveryReport report, UserId brand, UserId user, Instant attemptedAt) {
        return waiting.await(brand, user, id)
                .then(record(id, report))
                .filter(SettleDispatch::waitsForUser)
                .filterWhen(settled -> waiting.takeActSince(brand, user, attemptedAt.minus(CLOCKS_DIFFER)))
                .flatMap(settled -> store.resume(id, ResumeWaiting.FOLLOWED))
                .flatMap(announcer::announce)
                .then();
    }

    private Mono<Transition> record(VerificationId id, DeliveryReport report) {
        return Mono.defer(() -> store.settle(id, report)).flatMap(announcer::announce);
    }

    private static boolean waitsForUser(Transition settled) {
        return settled.verification() != null
                && settled.verification().delivery().status() == DeliveryStatus.AWAITING_USER_ACTION;
    }
}
