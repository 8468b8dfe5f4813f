package com.dmverify.sandbox.access;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;

/** The valid bearer tokens. */
@Component
public class BearerTokens {

    private final ConcurrentMap<String, BearerToken> tokens = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, BearerToken> appOnly = new ConcurrentHashMap<>();
    private final Clock clock;

    BearerTokens(Clock clock) {
        this.clock = clock;
    }

    /** Returns the app-only token, the same one until it is invalidated. */
    public BearerToken ofApp(App app) {
        return appOnly.computeIfAbsent(app.id(), id -> {
            BearerToken token =
                    new BearerToken("AAAAAAAAAAAAAAAA" + RandomTokens.random(40), app, null, Set.of(), null);
            add(token);
            return token;
        });
    }

    public void add(BearerToken token) {
        tokens.put(token.token(), token);
    }

    public Optional<BearerToken> find(String token) {
        BearerToken known = tokens.get(token);
        if (known == null) {
            return Optional.empty();
        }
        Instant end = known.expiresAt();
        return end != null && !clock.instant().isBefore(end) ? Optional.empty() : Optional.of(known);
    }

    /** Returns false if there is no such token. */
    public boolean remove(String token) {
        BearerToken known = tokens.remove(token);
        if (known != null && known.userId() == null) {
            appOnly.remove(known.app().id());
        }
        return known != null;
    }

    void clear() {
        tokens.clear();
        appOnly.clear();
    }
}
