package com.dmverify.connections.x;

import com.dmverify.connections.connection.TokenPair;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;

/** Computes the expiry of a token by our clock, from before the request: rather too early than too late. */
final class TokenLifetime {

    /** As documented at docs.x.com/fundamentals/authentication/oauth-2-0/user-access-token. */
    private static final Duration DOCUMENTED = Duration.ofHours(2);
    /** The library's value for a response without {@code expires_in}. */
    private static final Duration UNSAID = Duration.ofSeconds(1);

    private TokenLifetime() {}

    static TokenPair from(Instant asked, OAuth2AccessToken access, OAuth2RefreshToken refresh) {
        return new TokenPair(access.getTokenValue(), refresh.getTokenValue(), asked, asked.plus(life(access)));
    }

    private static Duration life(OAuth2AccessToken access) {
        Instant from = access.getIssuedAt();
        Instant to = access.getExpiresAt();
        Duration said = from == null || to == null ? UNSAID : Duration.between(from, to);
        return said.compareTo(UNSAID) > 0 ? said : DOCUMENTED;
    }
}
