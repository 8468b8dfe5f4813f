package com.dmverify.connections.x;

import com.dmverify.connections.connection.TokenPair;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthorizationCodeAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;

/** Calls {@code POST /2/oauth2/token} by Spring Security's clients, with authorization codes and refresh tokens. */
final class TokenEndpoint {

    private final InstantSource clock;
    private final RestClientRefreshTokenTokenResponseClient refreshing =
            new RestClientRefreshTokenTokenResponseClient();
    private final OAuth2AuthorizationCodeAuthenticationProvider exchanging;

    TokenEndpoint(RestClient.Builder http, InstantSource clock) {
        this.clock = clock;
        RestClient client = http.clone()
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
        refreshing.setRestClient(client);
        RestClientAuthorizationCodeTokenResponseClient codes = new RestClientAuthorizationCodeTokenResponseClient();
        codes.setRestClient(client);
        exchanging = new OAuth2AuthorizationCodeAuthenticationProvider(codes);
    }

    RefreshResult refresh(ConnectedAccount account, TokenPair tokens) {
        Instant asked = clock.instant();
        OAuth2AccessToken old = new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, tokens.access(), null, null);
        OAuth2RefreshToken once = new OAuth2RefreshToken(tokens.refresh(), null);
        try {
            OAuth2AccessTokenResponse answer =
                    refreshing.getTokenResponse(new OAuth2RefreshTokenGrantRequest(account.app(), old, once));
            // Without a new refresh token the old one stays valid; the library fills it in.
            OAuth2RefreshToken next = answer.getRefreshToken();
            return new RefreshResult.Refreshed(
                    TokenLifetime.from(asked, answer.getAccessToken(), next == null ? once : next));
        } catch (OAuth2AuthorizationException e) {
            return TokenErrors.read(e);
        }
    }

    /** The library checks that the state is that of the request. */
    OAuth2AuthorizationCodeAuthenticationToken exchange(ConnectedAccount account, OAuth2AuthorizationExchange consent) {
        try {
            return (OAuth2AuthorizationCodeAuthenticationToken)
                    exchanging.authenticate(new OAuth2AuthorizationCodeAuthenticationToken(account.app(), consent));
        } catch (OAuth2AuthorizationException e) {
            throw new XUnavailableException(
                    switch (TokenErrors.read(e)) {
                        case RefreshResult.Refused(String reason) -> reason;
                        case RefreshResult.NotDone(String reason) -> reason;
                        case RefreshResult.Unknown(String reason) -> reason;
                        case RefreshResult.Refreshed _ -> throw new IllegalStateException("an error is not a success");
                    });
        }
    }
}
