package com.dmverify.connections.x;

import com.dmverify.connections.connection.TokenPair;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;

/** Counts a token's life by our clock, from before X was asked: it ends rather too early than too late. */
final class TokenLife {

    /** As documented at docs.x.com/fundamentals/authentication/oauth-2-0/user-access-token. */
    private static final Duration DOCUMENTED = Duration.ofHours(2);
    /** What the library makes of an answer that does not say {@code expires_in}. */
    private static final Duration UNSAID = Duration.ofSeconds(1);

    private TokenLife() {}

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
