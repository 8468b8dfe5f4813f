package com.dmverify.api.report;

import com.dmverify.api.inbound.ResumeWaiting;
import com.dmverify.api.optout.ApplyOptOut;
import com.dmverify.api.optout.OptOutGuard;
import com.dmverify.api.outbox.OutboxRelay;
import com.dmverify.api.store.Transition;
import com.dmverify.api.store.VerificationStore;
import com.dmverify.api.store.person.PersonIndex;
import com.dmverify.api.verification.Contact;
import com.dmverify.api.verification.DeliveryReport;
import com.dmverify.api.verification.DeliveryStatus;
import com.dmverify.api.verification.OptOut;
import com.dmverify.api.verification.UserId;
import com.dmverify.api.verification.VerificationId;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Records what became of a message, and ties it to the person whom X named: to what that person does if X refused until they
 * act, and to what they refuse.
 */
@Component
class ApplyDeliveryReport {

    /** The webhook's clock and the sender's may differ by this much. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(5);

    private final VerificationStore store;
    private final OutboxRelay relay;
    private final PersonIndex persons;
    private final ApplyOptOut applyOptOut;
    private final OptOutGuard optOuts;

    ApplyDeliveryReport(
            VerificationStore store,
            OutboxRelay relay,
            PersonIndex persons,
            ApplyOptOut applyOptOut,
            OptOutGuard optOuts) {
        this.store = store;
        this.relay = relay;
        this.persons = persons;
        this.applyOptOut = applyOptOut;
        this.optOuts = optOuts;
    }

    Mono<Void> settle(VerificationId id, DeliveryReport report, Instant attemptedAt) {
        Mono<Transition> settled = store.settle(id, report).flatMap(relay::publish);
        UserId person = report.userId();
        return person == null
                ? settled.then()
                : settled.filter(ApplyDeliveryReport::isOpen)
                        .flatMap(open -> meet(open, conversation(open, person), report.settledAt(), attemptedAt))
                        .then();
    }

    /** The person may have said or done something while we did not know that it was about this verification. */
    private Mono<Transition> meet(Transition open, Contact with, Instant settledAt, Instant attemptedAt) {
        VerificationId id = open.state().id();
        return persons.join(with, id)
                .concatWith(optOuts.standing(with))
                .concatMap(optOut -> applyOptOut.end(with, id, meant(optOut, open, settledAt)))
                .last(open)
                .filter(ApplyDeliveryReport::waitsForUser)
                .flatMap(waiting -> persons.takeActSince(with, attemptedAt.minus(CLOCKS_DIFFER)))
                .flatMap(acted -> store.resume(id, ResumeWaiting.FOLLOWED, acted))
                .flatMap(relay::publish);
    }

    /** Who opted out, however long ago, is not waited for. */
    private static OptOut meant(OptOut optOut, Transition open, Instant settledAt) {
        return optOut.isLasting() && waitsForUser(open) ? optOut.at(settledAt) : optOut;
    }

    private static Contact conversation(Transition open, UserId person) {
        return new Contact(open.state().delivery().account().userId(), person);
    }

    private static boolean isOpen(Transition settled) {
        return settled.verification() != null
                && !settled.verification().status().isTerminal();
    }

    private static boolean waitsForUser(Transition settled) {
        return isOpen(settled) && settled.state().delivery().status() == DeliveryStatus.AWAITING_USER_ACTION;
    }
}
