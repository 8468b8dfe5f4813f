package com.dmverify.connections.configuration;

import com.dmverify.connections.x.ConnectedAccount;
import com.dmverify.connections.x.ConnectedAccounts;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/** Creates the accounts with OAuth 2.0 from the configuration. */
record ConnectedAccountFactory(ConnectionsProperties connections, XProperties x, SecureUrls addresses) {

    /**
     * The scopes for sending messages and refreshing tokens
     * (docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code).
     */
    private static final String[] SCOPES = {"dm.read", "dm.write", "users.read", "tweet.read", "offline.access"};

    ConnectedAccounts accounts(Map<String, AccountEntry> entries) {
        return new ConnectedAccounts(entries.entrySet().stream()
                .filter(entry -> entry.getValue().canBeConnected())
                .map(entry -> account(entry.getKey(), entry.getValue()))
                .toList());
    }

    private ConnectedAccount account(String name, AccountEntry entry) {
        URI api = addresses.checked(
                entry.baseUrl() == null ? "dm-verify.x.base-url" : "dm-verify.accounts." + name + ".base-url",
                Objects.requireNonNullElse(entry.baseUrl(), x.baseUrl()));
        return new ConnectedAccount(
                name,
                String.valueOf(entry.handle()).replaceFirst("^@", ""),
                String.valueOf(entry.userId()),
                app(name, Objects.requireNonNull(entry.oauth2()), api),
                api);
    }

    private ClientRegistration app(String name, OAuth2Properties oauth2, URI api) {
        ClientRegistration.Builder app = ClientRegistration.withRegistrationId(name)
                .clientId(String.valueOf(oauth2.clientId()))
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .clientAuthenticationMethod(
                        oauth2.confidential()
                                ? ClientAuthenticationMethod.CLIENT_SECRET_BASIC
                                : ClientAuthenticationMethod.NONE)
                .authorizationUri(addresses
                        .checked("dm-verify.connections.authorize-url", connections.authorizeUrl())
                        .toString())
                .tokenUri(api.resolve("/2/oauth2/token").toString())
                .redirectUri(
                        connections.publicUrl().resolve("/connections/callback").toString())
                .scope(SCOPES);
        return oauth2.confidential()
                ? app.clientSecret(String.valueOf(oauth2.clientSecret())).build()
                : app.build();
    }
}
