package com.dmverify.sandbox.access;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;

/** The OAuth 1.0a tokens that users gave to apps. */
@Component
public class UserTokens {

    private final ConcurrentMap<String, UserToken> tokens = new ConcurrentHashMap<>();

    public Optional<UserToken> find(String token) {
        return Optional.ofNullable(tokens.get(token));
    }

    public void add(UserToken token) {
        tokens.put(token.token(), token);
    }

    public void revoke(String token) {
        tokens.computeIfPresent(token, (key, known) -> known.revoke());
    }

    /** The token that this user gave to this app with this permission, if it is still good: X makes no second one. */
    public Optional<UserToken> of(long user, App app, Permission permission) {
        return tokens.values().stream()
                .filter(token -> token.userId() == user && !token.revoked() && token.permission() == permission)
                .filter(token -> token.app().id().equals(app.id()))
                .findFirst();
    }

    /** All that this user gave to this app. */
    public void revokeAll(long user, App app) {
        tokens.replaceAll(
                (key, token) -> token.userId() == user && token.app().id().equals(app.id()) ? token.revoke() : token);
    }

    void clear() {
        tokens.clear();
    }
}
