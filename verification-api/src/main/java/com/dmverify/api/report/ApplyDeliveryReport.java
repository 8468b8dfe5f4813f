package com.dmverify.api.report;

import com.dmverify.api.erase.EraseTarget;
import com.dmverify.api.inbound.ResumeWaiting;
import com.dmverify.api.optout.ApplyOptOut;
import com.dmverify.api.optout.OptOutGuard;
import com.dmverify.api.store.Moments;
import com.dmverify.api.store.VerificationIndex;
import com.dmverify.api.store.VerificationStore;
import com.dmverify.api.store.person.PersonIndex;
import com.dmverify.api.verification.Contact;
import com.dmverify.api.verification.DeliveryReport;
import com.dmverify.api.verification.DeliveryStatus;
import com.dmverify.api.verification.OptOut;
import com.dmverify.api.verification.UserId;
import com.dmverify.api.verification.Verification;
import com.dmverify.api.verification.VerificationId;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Records what became of a message, and ties the verification to the person whom X named: to what that person does if X refused
 * the message until they act, and to their opt-outs. All of it bears repetition.
 */
@Component
class ApplyDeliveryReport {

    /** The webhook's clock and dm-sender's may differ by this much. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(5);

    private final VerificationStore store;
    private final Moments moments;
    private final VerificationIndex index;
    private final PersonIndex persons;
    private final ApplyOptOut applyOptOut;
    private final OptOutGuard optOuts;
    private final ResumeWaiting resumeWaiting;
    private final EraseTarget eraseTarget;

    ApplyDeliveryReport(
            VerificationStore store,
            Moments moments,
            VerificationIndex index,
            PersonIndex persons,
            ApplyOptOut applyOptOut,
            OptOutGuard optOuts,
            ResumeWaiting resumeWaiting,
            EraseTarget eraseTarget) {
        this.store = store;
        this.moments = moments;
        this.index = index;
        this.persons = persons;
        this.applyOptOut = applyOptOut;
        this.optOuts = optOuts;
        this.resumeWaiting = resumeWaiting;
        this.eraseTarget = eraseTarget;
    }

    Mono<Void> apply(VerificationId id, DeliveryReport report, Instant attemptedAt) {
        Mono<Verification> reported = Mono.deferContextual(
                context -> store.update(id, verification -> verification.report(report, moments.now(context))));
        UserId person = report.userId();
        return person == null
                ? reported.then()
                : reported.flatMap(verification ->
                        // Only now the other name of the target may be known.
                        index.add(verification)
                                .then(eraseTarget.eraseIfErased(verification, person))
                                .flatMap(erased -> erased
                                        ? Mono.empty()
                                        : concern(verification, person, report.settledAt(), attemptedAt)));
    }

    private Mono<Void> concern(Verification verification, UserId person, Instant settledAt, Instant attemptedAt) {
        return switch (verification.status()) {
            case PENDING -> meet(verification, person, settledAt, attemptedAt);
            case VERIFIED -> tie(verification, person);
            case EXPIRED, EXHAUSTED, CANCELED, FAILED -> Mono.empty();
        };
    }

    /** A look-up settled it: the person may dispute it. */
    private Mono<Void> tie(Verification verified, UserId person) {
        return persons.join(new Contact(verified.delivery().account().userId(), person), verified.id())
                .then();
    }

    /** The person may have said or done something while we did not know that it was about this verification. */
    private Mono<Void> meet(Verification open, UserId person, Instant settledAt, Instant attemptedAt) {
        Contact with = new Contact(open.delivery().account().userId(), person);
        return persons.join(with, open.id())
                .concatWith(optOuts.standing(with))
                .concatMap(optOut -> applyOptOut.end(with, open.id(), meant(optOut, open, settledAt)))
                .then(Mono.defer(() -> waitsForUser(open)
                        ? persons.actedSince(with, attemptedAt.minus(CLOCKS_DIFFER))
                                .flatMap(acted -> resumeWaiting.resume(with, open.id(), ResumeWaiting.FOLLOWED, acted))
                        : Mono.empty()));
    }

    /** A person who opted out, however long ago, is not waited for; a challenge waits for no person. */
    private static OptOut meant(OptOut optOut, Verification open, Instant settledAt) {
        boolean messageOnly = !open.request().mode().hasChallenge();
        return optOut.isLasting() && messageOnly && waitsForUser(open) ? optOut.at(settledAt) : optOut;
    }

    private static boolean waitsForUser(Verification verification) {
        return verification.delivery().status() == DeliveryStatus.AWAITING_USER_ACTION;
    }
}
