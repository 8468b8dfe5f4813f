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

    void clear() {
        tokens.clear();
    }
}
