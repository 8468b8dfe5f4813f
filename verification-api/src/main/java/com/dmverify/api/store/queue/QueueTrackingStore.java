package com.dmverify.api.store.queue;

import com.dmverify.api.store.NewVerification;
import com.dmverify.api.store.RequestKey;
import com.dmverify.api.store.ResendRequest;
import com.dmverify.api.store.Transition;
import com.dmverify.api.store.Verdict;
import com.dmverify.api.store.VerificationStore;
import com.dmverify.api.verification.DeliveryReport;
import com.dmverify.api.verification.OptOut;
import com.dmverify.api.verification.Verification;
import com.dmverify.api.verification.VerificationEvent;
import com.dmverify.api.verification.VerificationId;
import java.time.Instant;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A store that keeps the queues of the accounts beside it. After a change and before its events are announced: so an order
 * cannot be done before it is in the queue.
 */
public final class QueueTrackingStore implements VerificationStore {

    private final VerificationStore store;
    private final SendQueues queues;

    /** The given store, with these queues. */
    public QueueTrackingStore(VerificationStore store, SendQueues queues) {
        this.store = store;
        this.queues = queues;
    }

    @Override
    public Mono<Transition> open(NewVerification verification) {
        return store.open(verification).delayUntil(this::follow);
    }

    @Override
    public Mono<Transition> look(RequestKey key) {
        return store.look(key);
    }

    @Override
    public Mono<Transition> find(VerificationId id) {
        return store.find(id);
    }

    @Override
    public Mono<Transition> attempt(VerificationId id, String tenant, Map<String, String> guess) {
        return store.attempt(id, tenant, guess).delayUntil(this::follow);
    }

    @Override
    public Mono<Transition> settle(VerificationId id, DeliveryReport report) {
        return store.settle(id, report).delayUntil(this::follow);
    }

    @Override
    public Mono<Transition> resume(VerificationId id, String cause, Instant actedAt) {
        return store.resume(id, cause, actedAt).delayUntil(this::follow);
    }

    @Override
    public Mono<Transition> refuse(VerificationId id, OptOut optOut) {
        return store.refuse(id, optOut).delayUntil(this::follow);
    }

    @Override
    public Mono<Transition> resend(VerificationId id, String tenant, ResendRequest request) {
        return store.resend(id, tenant, request).delayUntil(this::follow);
    }

    @Override
    public Mono<Transition> cancel(VerificationId id, String tenant) {
        return store.cancel(id, tenant).delayUntil(this::follow);
    }

    @Override
    public Mono<Transition> expire(VerificationId id) {
        return store.expire(id).delayUntil(this::follow);
    }

    @Override
    public Flux<VerificationId> due() {
        return store.due();
    }

    private Mono<Void> follow(Transition change) {
        Verification verification = change.verification();
        if (verification == null) {
            return Mono.empty();
        }
        String account = verification.delivery().account().name();
        if (orders(change)) {
            return queues.join(account, verification.id());
        }
        return !verification.isQueued() && changed(change) ? queues.leave(account, verification.id()) : Mono.empty();
    }

    private static boolean orders(Transition change) {
        return change.outboxEntries().stream()
                .anyMatch(waiting -> waiting.event().type() == VerificationEvent.Type.REQUESTED);
    }

    /** A refused second message is told to nobody, so the events alone do not say it. A wrong code moves no message. */
    private static boolean changed(Transition change) {
        return change.verdict() == Verdict.DONE
                || (change.state().status().isTerminal()
                        && !change.outboxEntries().isEmpty());
    }
}
