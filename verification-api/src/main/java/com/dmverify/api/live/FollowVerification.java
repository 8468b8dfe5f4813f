package com.dmverify.api.live;

import com.dmverify.api.problem.Problem;
import com.dmverify.api.problem.Unknown;
import com.dmverify.api.store.VerificationStore;
import com.dmverify.api.store.VersionedVerification;
import com.dmverify.api.tenant.Caller;
import com.dmverify.api.verification.VerificationId;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Mono;

/** Follows a verification: every change until its end, or the next one. */
public final class FollowVerification {

    private final VerificationStore store;
    private final LiveUpdates updates;
    private final LivePlaces places;
    private final Clock clock;

    FollowVerification(VerificationStore store, LiveUpdates updates, LivePlaces places, Clock clock) {
        this.store = store;
        this.updates = updates;
        this.places = places;
        this.clock = clock;
    }

    /**
     * The stream of a reader that has this version. It begins with the state if that is another version, carries each later
     * version or the newest of them, and ends with the verification, or with this replica.
     *
     * @param has the version; 0 for none
     * @return empty if the verification has ended with this version: there is nothing to follow
     * @throws Problem through the Mono: there is no such verification, or too many streams are open
     */
    public Mono<Flux<LiveSignal>> events(VerificationId id, Caller caller, long has) {
        Mono<VersionedVerification> state = state(id, caller);
        return Mono.justOrEmpty(places.refusal(caller))
                .<VersionedVerification>flatMap(Mono::error)
                .switchIfEmpty(state)
                .switchIfEmpty(Mono.error(Unknown::verification))
                .filter(found ->
                        found.version() != has || !found.verification().status().isTerminal())
                .map(found -> signals(id, state, caller, has));
    }

    /**
     * The state when it is no longer that of this version; at the latest after the wait, or when this replica ends.
     *
     * @param has the version; null for that of this moment
     * @throws Problem through the Mono: there is no such verification, or too many streams are open
     */
    public Mono<VersionedVerification> next(VerificationId id, Caller caller, @Nullable Long has, Duration wait) {
        Mono<VersionedVerification> state = state(id, caller);
        return Mono.justOrEmpty(places.refusal(caller))
                .<VersionedVerification>flatMap(Mono::error)
                .switchIfEmpty(state)
                .flatMap(found -> isNews(found, has)
                        ? Mono.just(found)
                        : signals(id, state, caller, found.version())
                                .ofType(LiveSignal.State.class)
                                .next()
                                .map(LiveSignal.State::state)
                                .timeout(wait, Mono.empty())
                                .switchIfEmpty(state))
                .switchIfEmpty(Mono.error(Unknown::verification));
    }

    private static boolean isNews(VersionedVerification found, @Nullable Long has) {
        return (has != null && has != found.version())
                || found.verification().status().isTerminal();
    }

    /** Read again and again, so it is not cached. */
    private Mono<VersionedVerification> state(VerificationId id, Caller caller) {
        return store.findVersioned(id).filter(found -> found.verification().belongsTo(caller.owner()));
    }

    private Flux<LiveSignal> signals(VerificationId id, Mono<VersionedVerification> state, Caller caller, long has) {
        return Flux.create(
                sink -> {
                    // The refusal looked a moment ago: a stream that lost the last place since then ends, and comes
                    // back.
                    if (places.take(caller)) {
                        Watch watch = new Watch(state, sink, clock, has);
                        updates.add(id, watch);
                        // Called at once if the reader has gone meanwhile.
                        sink.onDispose(() -> {
                            updates.remove(id, watch);
                            places.giveBack(caller);
                        });
                    } else {
                        sink.complete();
                    }
                },
                FluxSink.OverflowStrategy.LATEST);
    }
}
