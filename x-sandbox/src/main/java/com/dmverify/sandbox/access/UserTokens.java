package com.dmverify.sandbox.access;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;

/** The OAuth 1.0a tokens of users for apps. */
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

    /** Finds the valid token of this user, app and permission; X issues no second one. */
    public Optional<UserToken> of(long user, App app, Permission permission) {
        return tokens.values().stream()
                .filter(token -> token.userId() == user && !token.revoked() && token.permission() == permission)
                .filter(token -> token.app().id().equals(app.id()))
                .findFirst();
    }

    /** Revokes all tokens of this user for this app. */
    public void revokeAll(long user, App app) {
        tokens.replaceAll(
                (key, token) -> token.userId() == user && token.app().id().equals(app.id()) ? token.revoke() : token);
    }

    void clear() {
        tokens.clear();
    }
}
