package com.dmverify.api.store;

import com.dmverify.api.policy.Policy;
import com.dmverify.api.trace.CurrentTrace;
import com.dmverify.api.trace.Trace;
import com.dmverify.api.verification.DeliveryReport;
import com.dmverify.api.verification.OptOut;
import com.dmverify.api.verification.VerificationEvent;
import com.dmverify.api.verification.VerificationId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The contract in Java, for tests that need no Redis: the same words, one lock instead of scripts. */
public final class InMemoryVerificationStore implements VerificationStore, Outbox {

    private final Map<VerificationId, LifeOfAVerification> verifications = new LinkedHashMap<>();
    private final Map<String, RequestEntry> requests = new HashMap<>();
    private final List<OutboxEntry> outbox = new ArrayList<>();
    private final StateJson json = new StateJson();
    private final Policy policy;
    private final Clock clock;

    public InMemoryVerificationStore(Policy policy, Clock clock) {
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public Mono<Transition> open(NewVerification verification) {
        return inContext(trace -> {
            synchronized (outbox) {
                Transition before = before(verification.key());
                if (before != null) {
                    return before;
                }
                if (verifications.containsKey(verification.id())) {
                    return answer(Verdict.EXISTS, verifications.get(verification.id()), List.of());
                }
                LifeOfAVerification life = new LifeOfAVerification(
                        NewState.of(verification, policy, clock.instant(), json), policy, clock);
                verifications.put(verification.id(), life);
                life.causedBy(trace);
                remember(verification.key(), verification.id());
                return run(verification.id(), LifeOfAVerification::open);
            }
        });
    }

    @Override
    public Mono<Transition> look(RequestKey key) {
        return Mono.fromSupplier(() -> {
            synchronized (outbox) {
                return before(key);
            }
        });
    }

    @Override
    public Mono<Transition> find(VerificationId id) {
        return change(id, null, life -> Verdict.DONE);
    }

    @Override
    public Mono<Transition> attempt(VerificationId id, String tenant, Map<String, String> guess) {
        return change(id, tenant, life -> life.attempt(guess));
    }

    @Override
    public Mono<Transition> settle(VerificationId id, DeliveryReport report) {
        return change(id, null, life -> life.settle(report));
    }

    @Override
    public Mono<Transition> resume(VerificationId id, String cause, Instant actedAt) {
        return change(id, null, life -> life.resume(cause, actedAt));
    }

    @Override
    public Mono<Transition> refuse(VerificationId id, OptOut optOut) {
        return change(id, null, life -> life.refuse(optOut));
    }

    @Override
    public Mono<Transition> resend(VerificationId id, String tenant, ResendRequest request) {
        return change(id, tenant, life -> {
            if (before(request.key()) != null) {
                return Verdict.EXISTS;
            }
            Verdict verdict = life.resend(request.next(), request.optedOut());
            if (verdict == Verdict.DONE) {
                remember(request.key(), id);
            }
            return verdict;
        });
    }

    @Override
    public Mono<Transition> cancel(VerificationId id, String tenant) {
        return change(id, tenant, LifeOfAVerification::cancel);
    }

    @Override
    public Mono<Transition> expire(VerificationId id) {
        return change(id, null, life -> life.lapse() ? Verdict.DONE : Verdict.KNOWN);
    }

    @Override
    public Flux<VerificationId> due() {
        return Flux.defer(() -> {
            synchronized (outbox) {
                return Flux.fromIterable(verifications.entrySet().stream()
                        .filter(entry -> entry.getValue().isDue())
                        .map(Map.Entry::getKey)
                        .toList());
            }
        });
    }

    @Override
    public Flux<OutboxEntry> findOlderThan(Duration atLeast) {
        return Flux.defer(() -> {
            synchronized (outbox) {
                return Flux.fromIterable(outbox.stream()
                        .filter(waiting -> !waiting.event().at().plus(atLeast).isAfter(clock.instant()))
                        .toList());
            }
        });
    }

    @Override
    public Mono<Boolean> isLate(Duration atLeast) {
        return findOlderThan(atLeast).hasElements();
    }

    @Override
    public Mono<Long> waiting() {
        return findOlderThan(Duration.ZERO).count();
    }

    @Override
    public Mono<Void> remove(OutboxEntry outboxEntry) {
        return Mono.fromRunnable(() -> {
            synchronized (outbox) {
                outbox.remove(outboxEntry);
            }
        });
    }

    private @Nullable Transition before(@Nullable RequestKey key) {
        RequestEntry entry = key == null ? null : requests.get(key.name());
        if (entry == null) {
            return null;
        }
        return entry.fingerprint().equals(key.fingerprint())
                ? answer(Verdict.EXISTS, verifications.get(entry.id()), List.of())
                : new Transition(Verdict.CONFLICT, null, List.of());
    }

    private void remember(@Nullable RequestKey key, VerificationId id) {
        if (key != null) {
            requests.put(key.name(), new RequestEntry(key.fingerprint(), id));
        }
    }

    private Mono<Transition> change(
            VerificationId id, @Nullable String tenant, Function<LifeOfAVerification, Verdict> change) {
        return inContext(trace -> {
            synchronized (outbox) {
                LifeOfAVerification life = verifications.get(id);
                boolean theirs = life != null && (tenant == null || life.is("tenant", tenant));
                return theirs
                        ? run(id, theirLife -> change.apply(theirLife.causedBy(trace)))
                        : new Transition(Verdict.NOT_FOUND, null, List.of());
            }
        });
    }

    private static Mono<Transition> inContext(Function<@Nullable Trace, Transition> change) {
        return Mono.deferContextual(context ->
                Mono.fromSupplier(() -> change.apply(CurrentTrace.in(context).orElse(null))));
    }

    private Transition run(VerificationId id, Function<LifeOfAVerification, Verdict> change) {
        LifeOfAVerification life = verifications.get(id);
        Verdict verdict = change.apply(life);
        List<OutboxEntry> outboxEntries = life.takeEvents().stream()
                .map(event -> new OutboxEntry(0, String.valueOf(outbox.size() + System.nanoTime()), event(event)))
                .toList();
        outbox.addAll(outboxEntries);
        return answer(verdict, life, outboxEntries);
    }

    private VerificationEvent event(LifeOfAVerification.Happened happened) {
        return new VerificationEvent(
                VerificationEvent.Type.valueOf(happened.event().toUpperCase(Locale.ROOT)),
                happened.at(),
                happened.cause(),
                happened.trace(),
                json.verification(happened.state()));
    }

    private Transition answer(Verdict verdict, LifeOfAVerification life, List<OutboxEntry> outboxEntries) {
        return new Transition(verdict, json.verification(life.state()), outboxEntries);
    }
}
