package com.dmverify.connections.consent;

import com.dmverify.connections.x.ConnectedAccount;
import java.util.Objects;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;

/** The authorization request for X's consent page, with PKCE (S256), by Spring Security. */
record ConsentRequest(OAuth2AuthorizationRequest request, String state) {

    static ConsentRequest fresh(ConnectedAccount account, String state) {
        OAuth2AuthorizationRequest.Builder builder = builder(account.app(), state);
        OAuth2AuthorizationRequestCustomizers.withPkce().accept(builder);
        return new ConsentRequest(builder.build(), state);
    }

    /** The request as it was sent, restored from its verifier. */
    static ConsentRequest again(ConnectedAccount account, String state, String verifier) {
        OAuth2AuthorizationRequest.Builder builder = builder(account.app(), state);
        builder.attributes(attributes -> attributes.put(PkceParameterNames.CODE_VERIFIER, verifier));
        return new ConsentRequest(builder.build(), state);
    }

    String uri() {
        return request.getAuthorizationRequestUri();
    }

    String verifier() {
        return String.valueOf(request.<Object>getAttribute(PkceParameterNames.CODE_VERIFIER));
    }

    OAuth2AuthorizationExchange answered(String code) {
        OAuth2AuthorizationResponse answer = OAuth2AuthorizationResponse.success(code)
                .redirectUri(Objects.requireNonNull(request.getRedirectUri()))
                .state(state)
                .build();
        return new OAuth2AuthorizationExchange(request, answer);
    }

    @Override
    public String toString() {
        return "ConsentRequest[masked]";
    }

    private static OAuth2AuthorizationRequest.Builder builder(ClientRegistration app, String state) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .clientId(app.getClientId())
                .authorizationUri(
                        Objects.requireNonNull(app.getProviderDetails().getAuthorizationUri()))
                .redirectUri(app.getRedirectUri())
                .scopes(app.getScopes())
                .state(state);
    }
}
