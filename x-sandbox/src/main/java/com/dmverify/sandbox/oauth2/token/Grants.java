package com.dmverify.sandbox.oauth2.token;

import com.dmverify.sandbox.Resettable;
import com.dmverify.sandbox.access.App;
import com.dmverify.sandbox.access.BearerToken;
import com.dmverify.sandbox.access.BearerTokens;
import com.dmverify.sandbox.access.RandomTokens;
import com.dmverify.sandbox.oauth2.OAuth2Properties;
import com.dmverify.sandbox.oauth2.TokenFormat;
import com.dmverify.sandbox.oauth2.authorization.Scopes;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The grants of users to apps. A refresh token works once. Using it a second time ends the whole grant, because a second client
 * has the token (RFC 9700 section 4.14.2; reported of X).
 */
@Component
public class Grants implements Resettable {

    private final Set<Grant> all = new LinkedHashSet<>();
    private final Map<String, Grant> byToken = new HashMap<>();
    private final BearerTokens bearers;
    private final OAuth2Properties properties;
    private final Clock clock;

    Grants(BearerTokens bearers, OAuth2Properties properties, Clock clock) {
        this.bearers = bearers;
        this.properties = properties;
        this.clock = clock;
    }

    synchronized TokenResponse begin(App app, long userId, Set<String> scopes) {
        Grant grant = new Grant(app, userId, scopes);
        all.add(grant);
        if (all.size() > properties.mostGrants()) {
            end(all.iterator().next());
        }
        return issue(grant);
    }

    /** Refreshes a grant; empty if there is no such token. A used token ends its grant. */
    synchronized Optional<TokenResponse> refresh(App app, String refreshToken) {
        Grant grant = byToken.get(refreshToken);
        if (grant == null
                || !grant.app().id().equals(app.id())
                || !grant.refreshTokens().contains(refreshToken)) {
            return Optional.empty();
        }
        if (!grant.isCurrent(refreshToken, clock.instant())) {
            end(grant);
            return Optional.empty();
        }
        return Optional.of(issue(grant));
    }

    /** Revokes an access token, or a refresh token with its grant (RFC 7009 section 2.1). */
    synchronized void revoke(App app, String token) {
        Grant grant = byToken.get(token);
        if (grant == null || !grant.app().id().equals(app.id())) {
            return;
        }
        if (grant.accessTokens().remove(token)) {
            forget(token);
        } else {
            end(grant);
        }
    }

    /** Ends all grants of the user to the app. */
    public synchronized void revokeAll(long userId, App app) {
        List.copyOf(all).stream()
                .filter(grant -> grant.userId() == userId && grant.app().id().equals(app.id()))
                .forEach(this::end);
    }

    @Override
    public synchronized void reset() {
        List.copyOf(all).forEach(this::end);
    }

    private TokenResponse issue(Grant grant) {
        Instant now = clock.instant();
        String access = text("at");
        remember(grant, access, grant.addAccess(access));
        bearers.add(new BearerToken(
                access, grant.app(), grant.userId(), grant.scopes(), now.plus(properties.accessTokenLife())));
        String refresh = null;
        if (grant.scopes().contains(Scopes.OFFLINE)) {
            refresh = text("rt");
            remember(grant, refresh, grant.addRefresh(refresh, now.plus(properties.refreshTokenLife())));
        }
        return new TokenResponse(access, refresh, grant.scopes(), properties.accessTokenLife());
    }

    private String text(String kind) {
        return TokenFormat.of(kind, RandomTokens.random(32), clock.millis());
    }

    private void remember(Grant grant, String token, @Nullable String instead) {
        byToken.put(token, grant);
        if (instead != null) {
            forget(instead);
        }
    }

    private void end(Grant grant) {
        all.remove(grant);
        grant.accessTokens().forEach(this::forget);
        grant.refreshTokens().forEach(this::forget);
    }

    private void forget(String token) {
        byToken.remove(token);
        bearers.remove(token);
    }
}
