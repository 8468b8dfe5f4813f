package com.dmverify.api.delivery;

import com.dmverify.api.event.Announcer;
import com.dmverify.api.refusal.OptOuts;
import com.dmverify.api.refusal.TakeRefusal;
import com.dmverify.api.store.Transition;
import com.dmverify.api.store.VerificationStore;
import com.dmverify.api.store.people.People;
import com.dmverify.api.verification.Conversation;
import com.dmverify.api.verification.DeliveryReport;
import com.dmverify.api.verification.DeliveryStatus;
import com.dmverify.api.verification.Refusal;
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
class SettleDispatch {

    /** The webhook's clock and the sender's may differ by this much. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(5);

    private final VerificationStore store;
    private final Announcer announcer;
    private final People people;
    private final TakeRefusal takeRefusal;
    private final OptOuts optOuts;

    SettleDispatch(
            VerificationStore store, Announcer announcer, People people, TakeRefusal takeRefusal, OptOuts optOuts) {
        this.store = store;
        this.announcer = announcer;
        this.people = people;
        this.takeRefusal = takeRefusal;
        this.optOuts = optOuts;
    }

    Mono<Void> settle(VerificationId id, DeliveryReport report, Instant attemptedAt) {
        Mono<Transition> settled = store.settle(id, report).flatMap(announcer::announce);
        UserId person = report.userId();
        return person == null
                ? settled.then()
                : settled.filter(SettleDispatch::isOpen)
                        .flatMap(open -> meet(open, conversation(open, person), report.settledAt(), attemptedAt))
                        .then();
    }

    /** The person may have said or done something while we did not know that it was about this verification. */
    private Mono<Transition> meet(Transition open, Conversation with, Instant settledAt, Instant attemptedAt) {
        VerificationId id = open.state().id();
        return people.join(with, id)
                .concatWith(optOuts.standing(with))
                .concatMap(refusal -> takeRefusal.end(with, id, meant(refusal, open, settledAt)))
                .last(open)
                .filter(SettleDispatch::waitsForUser)
                .flatMap(waiting -> people.takeActSince(with, attemptedAt.minus(CLOCKS_DIFFER)))
                .flatMap(acted -> store.resume(id, ResumeWaiting.FOLLOWED, acted))
                .flatMap(announcer::announce);
    }

    /** Who opted out, however long ago, is not waited for. */
    private static Refusal meant(Refusal refusal, Transition open, Instant settledAt) {
        return refusal.isOptOut() && waitsForUser(open) ? refusal.at(settledAt) : refusal;
    }

    private static Conversation conversation(Transition open, UserId person) {
        return new Conversation(open.state().delivery().account().userId(), person);
    }

    private static boolean isOpen(Transition settled) {
        return settled.verification() != null
                && !settled.verification().status().isTerminal();
    }

    private static boolean waitsForUser(Transition settled) {
        return isOpen(settled) && settled.state().delivery().status() == DeliveryStatus.AWAITING_USER_ACTION;
    }
}
