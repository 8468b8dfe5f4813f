package com.dmverify.sandbox.oauth1;

import com.dmverify.sandbox.Resettable;
import com.dmverify.sandbox.access.App;
import com.dmverify.sandbox.access.Permission;
import com.dmverify.sandbox.access.RandomTokens;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The request tokens; they expire after 15 minutes (X documents no time), and beyond a number the oldest are removed. */
@Component
class RequestTokens implements Resettable {

    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final int MOST = 10_000;

    private final Map<String, RequestToken> tokens = new LinkedHashMap<>();
    private final Clock clock;

    RequestTokens(Clock clock) {
        this.clock = clock;
    }

    synchronized RequestToken begin(App app, String callback, Permission most) {
        RequestToken token = new RequestToken(
                RandomTokens.random(20),
                RandomTokens.random(24),
                app,
                callback,
                most,
                clock.instant().plus(LIFE),
                null);
        tokens.put(token.token(), token);
        if (tokens.size() > MOST) {
            tokens.remove(tokens.keySet().iterator().next());
        }
        return token;
    }

    synchronized Optional<RequestToken> find(String token) {
        return Optional.ofNullable(tokens.get(token))
                .filter(known -> clock.instant().isBefore(known.expiresAt()));
    }

    synchronized void approve(RequestToken token) {
        tokens.put(token.token(), token);
    }

    /** Returns false if it was removed already: a token is exchanged once. */
    synchronized boolean remove(String token) {
        return tokens.remove(token) != null;
    }

    @Override
    public synchronized void reset() {
        tokens.clear();
    }
}
