package com.dmverify.api.reachability;

import com.dmverify.api.limit.Takes;
import com.dmverify.api.optout.OptOutGuard;
import com.dmverify.api.outbox.LookUpPublisher;
import com.dmverify.api.problem.Problem;
import com.dmverify.api.redis.KeyHash;
import com.dmverify.api.store.VerificationIndex;
import com.dmverify.api.store.VerificationStore;
import com.dmverify.api.store.limit.Counter;
import com.dmverify.api.store.limit.Counters;
import com.dmverify.api.store.person.LookUps;
import com.dmverify.api.tenant.Caller;
import com.dmverify.api.trace.CurrentTrace;
import com.dmverify.api.verification.Target;
import com.dmverify.api.verification.TestTarget;
import com.dmverify.api.verification.UserId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds out whether a message would reach a person: what is known here first, then X's word, asked once for all who wait. */
@Component
class AskReachability {

    private static final String OPTED_OUT = "opted_out";

    private final LookUps lookUps;
    private final LookUpPublisher orders;
    private final OptOutGuard optOuts;
    private final VerificationIndex index;
    private final VerificationStore store;
    private final Counters counters;
    private final ReachabilityProperties properties;
    private final Clock clock;

    AskReachability(
            LookUps lookUps,
            LookUpPublisher orders,
            OptOutGuard optOuts,
            VerificationIndex index,
            VerificationStore store,
            Counters counters,
            ReachabilityProperties properties,
            Clock clock) {
        this.lookUps = lookUps;
        this.orders = orders;
        this.optOuts = optOuts;
        this.index = index;
        this.store = store;
        this.counters = counters;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * What is known of this target, or X says within the wait.
     *
     * @throws Problem through the Mono, if this API key asked too often
     */
    Mono<Reachability> ask(Target target, Caller caller) {
        Optional<TestTarget> test = TestTarget.of(target);
        if (test.isPresent() != caller.isTest()) {
            return Mono.error(Problem.invalidParameter(
                    "target",
                    caller.isTest()
                            ? "A test key takes @dmv_delivered, @dmv_closed, @dmv_suspended and @dmv_slow alone."
                            : "This is a target of tests: it needs a test key."));
        }
        return test.isPresent()
                ? Mono.just(
                        test.get().takesMessages()
                                ? Reachability.resolved(true)
                                : Reachability.refused(test.get().reason()))
                : askOf(target, caller);
    }

    private Mono<Reachability> askOf(Target target, Caller caller) {
        return counters.take(
                        new Counter(KeyHash.of("reachability", caller.tenant(), caller.key()), properties.quotas()))
                .map(take -> new Takes(List.of(take)))
                .flatMap(takes ->
                        takes.isRefused() ? Mono.error(takes.refusal()) : optOuts.isOptedOut(caller.account(), target))
                .flatMap(optedOut -> optedOut ? optedOut(target, caller) : looked(target, caller));
    }

    /** Only the tenant that received the opt-out learns that it is the reason. */
    private Mono<Reachability> optedOut(Target target, Caller caller) {
        UserId person = target.userId();
        return person == null
                ? Mono.just(new Reachability(Reachability.Verdict.NO, null))
                : index.ofPerson(caller.tenant(), person)
                        .concatMap(id -> store.find(id).onErrorComplete())
                        .any(verification ->
                                verification.belongsTo(caller.tenant()) && OPTED_OUT.equals(verification.reason()))
                        .map(received -> new Reachability(Reachability.Verdict.NO, received ? OPTED_OUT : null));
    }

    private Mono<Reachability> looked(Target target, Caller caller) {
        String id = LookUps.id(caller.account(), target);
        Mono<String> found = lookUps.find(id);
        return found.switchIfEmpty(Mono.defer(() -> order(id, target, caller).then(awaited(found))))
                .map(Reachability::read)
                .defaultIfEmpty(Reachability.UNKNOWN);
    }

    private Mono<Void> order(String id, Target target, Caller caller) {
        return lookUps.begin(id, properties.orderWithin())
                .filter(begins -> begins)
                .flatMap(begins -> Mono.deferContextual(context -> {
                    orders.order(
                            id,
                            caller.account(),
                            caller.tenant(),
                            target,
                            clock.instant().plus(properties.orderWithin()),
                            CurrentTrace.in(context).orElse(null));
                    return Mono.<Void>empty();
                }));
    }

    private Mono<String> awaited(Mono<String> found) {
        int looks = Math.toIntExact(properties.answerWithin().dividedBy(properties.pollEvery()));
        return found.repeatWhenEmpty(looks, times -> times.delayElements(properties.pollEvery()))
                .onErrorResume(IllegalStateException.class, spent -> Mono.empty());
    }
}
