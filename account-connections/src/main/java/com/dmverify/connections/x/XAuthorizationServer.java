package com.dmverify.connections.x;

import com.dmverify.connections.connection.Owner;
import com.dmverify.connections.connection.TokenPair;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthorizationCodeAuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Issues, refreshes and revokes tokens at X (docs.x.com/fundamentals/authentication/oauth-2-0). Blocks; no call is
 * repeated.
 */
public final class XAuthorizationServer implements AutoCloseable {

    private final InstantSource clock;
    private final HttpClient connections;
    private final RestClient http;
    private final TokenEndpoint tokens;
    private final RevocationEndpoint revocation;

    /**
     * @param connect the time-out of a connection, including TLS
     * @param request the time-out of a response
     */
    public XAuthorizationServer(Duration connect, Duration request, InstantSource clock) {
        this.clock = clock;
        connections = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connect)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(connections);
        requests.setReadTimeout(request);
        RestClient.Builder builder = RestClient.builder().requestFactory(requests);
        http = builder.clone().build();
        tokens = new TokenEndpoint(builder, clock);
        revocation = new RevocationEndpoint(builder);
    }

    /** New tokens for the refresh token of these, which is then used up. */
    public RefreshResult refresh(ConnectedAccount account, TokenPair old) {
        return tokens.refresh(account, old);
    }

    /**
     * The first tokens, for the authorization code of a consent.
     *
     * @throws XUnavailableException if X issues none, or grants less than requested
     */
    public TokenPair exchange(ConnectedAccount account, OAuth2AuthorizationExchange consent) {
        Instant asked = clock.instant();
        OAuth2AuthorizationCodeAuthenticationToken answer = tokens.exchange(account, consent);
        OAuth2AccessToken access = Objects.requireNonNull(answer.getAccessToken());
        OAuth2RefreshToken refresh = answer.getRefreshToken();
        if (refresh == null || !grantsAll(account, access)) {
            revocation.revoke(account, access.getTokenValue());
            throw new XUnavailableException("X did not grant all requested scopes");
        }
        return TokenLifetime.from(asked, access, refresh);
    }

    /**
     * The account of these tokens.
     *
     * @throws XUnavailableException if X does not return it
     */
    public Owner ownerOf(ConnectedAccount account, TokenPair fresh) {
        try {
            Me me = http.get()
                    .uri(account.api().resolve("/2/users/me"))
                    .headers(headers -> headers.setBearerAuth(fresh.access()))
                    .retrieve()
                    .body(Me.class);
            if (me != null && me.data() != null) {
                return new Owner(me.data().id(), me.data().username());
            }
        } catch (RestClientException e) {
            // Reported below, without its message, which may quote the request.
        }
        throw new XUnavailableException("X did not say whose tokens these are");
    }

    /** Revokes both tokens. Returns whether X confirmed it. */
    public boolean revoke(ConnectedAccount account, TokenPair tokens) {
        // The refresh token first: if the second call is lost, no new tokens can be issued.
        boolean refresh = revocation.revoke(account, tokens.refresh());
        return revocation.revoke(account, tokens.access()) && refresh;
    }

    /** A response without scopes grants all requested ones (RFC 6749 §5.1). */
    private static boolean grantsAll(ConnectedAccount account, OAuth2AccessToken access) {
        return access.getScopes().isEmpty()
                || access.getScopes().containsAll(account.app().getScopes());
    }

    @Override
    public void close() {
        connections.close();
    }

    private record Me(@Nullable User data) {}

    private record User(String id, String username) {}
}
