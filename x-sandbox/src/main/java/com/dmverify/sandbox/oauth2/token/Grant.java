package com.dmverify.sandbox.oauth2.token;

import com.dmverify.sandbox.access.App;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A user's grant to an app with all of its tokens, which end together. */
final class Grant {

    private static final int MOST_REMEMBERED = 100;

    private final App app;
    private final long userId;
    private final Set<String> scopes;
    private final Deque<String> accessTokens = new ArrayDeque<>();
    private final Deque<String> refreshTokens = new ArrayDeque<>();
    private Instant refreshEnds = Instant.MIN;

    Grant(App app, long userId, Set<String> scopes) {
        this.app = app;
        this.userId = userId;
        this.scopes = scopes;
    }

    App app() {
        return app;
    }

    long userId() {
        return userId;
    }

    Set<String> scopes() {
        return scopes;
    }

    Deque<String> accessTokens() {
        return accessTokens;
    }

    /** The used refresh tokens, and the current one at the end. */
    Deque<String> refreshTokens() {
        return refreshTokens;
    }

    /** Adds a token. Returns the oldest one if there are too many. */
    @Nullable
    String addAccess(String token) {
        accessTokens.addLast(token);
        return accessTokens.size() > MOST_REMEMBERED ? accessTokens.pollFirst() : null;
    }

    @Nullable
    String addRefresh(String token, Instant endsAt) {
        refreshTokens.addLast(token);
        refreshEnds = endsAt;
        return refreshTokens.size() > MOST_REMEMBERED ? refreshTokens.pollFirst() : null;
    }

    boolean isCurrent(String refreshToken, Instant now) {
        return refreshToken.equals(refreshTokens.peekLast()) && now.isBefore(refreshEnds);
    }
}
