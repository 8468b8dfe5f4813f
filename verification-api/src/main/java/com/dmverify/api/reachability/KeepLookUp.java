package com.dmverify.api.reachability;

import com.dmverify.api.store.person.LookUps;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps what came of a look-up, for those who wait for it and for the next ones. */
@Component
public class KeepLookUp {

    private final LookUps lookUps;
    private final ReachabilityProperties properties;

    KeepLookUp(LookUps lookUps, ReachabilityProperties properties) {
        this.lookUps = lookUps;
        this.properties = properties;
    }

    /**
     * X named the person.
     *
     * @param takesMessages X's hint; null if it gave none
     */
    public Mono<Void> resolved(String id, @Nullable Boolean takesMessages) {
        return keep(id, Reachability.resolved(takesMessages));
    }

    /** X did not name the person, or could not be asked. */
    public Mono<Void> refused(String id, @Nullable String reason) {
        return keep(id, Reachability.refused(reason));
    }

    private Mono<Void> keep(String id, Reachability found) {
        return lookUps.keep(id, found.text(), found.isAnswer() ? properties.keepAnswers() : properties.keepFailures());
    }
}
