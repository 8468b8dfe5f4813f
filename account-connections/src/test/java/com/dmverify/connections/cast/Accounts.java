package com.dmverify.connections.cast;

import com.dmverify.connections.connection.Connection;
import com.dmverify.connections.connection.Grant;
import com.dmverify.connections.connection.Owner;
import com.dmverify.connections.connection.Patience;
import com.dmverify.connections.connection.TokenPair;
import com.dmverify.connections.seal.Seal;
import com.dmverify.connections.seal.SealingKey;
import com.dmverify.connections.seal.SealingKeys;
import com.dmverify.connections.x.ConnectedAccount;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/** Accounts, tokens and keys to begin with. */
public final class Accounts {

    public static final String NAME = "main";
    public static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    public static final String OTHER_KEY = "BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBA=";
    public static final Duration LIFE = Duration.ofHours(2);
    public static final Patience PATIENCE =
            new Patience(Duration.ofMinutes(10), Duration.ofSeconds(60), Duration.ofSeconds(10), Duration.ofMinutes(5));

    private Accounts() {}

    /** The brand's account, with a confidential app. */
    public static ConnectedAccount brand(URI x) {
        return account(
                NAME,
                app(x).clientId(FakeX.CLIENT)
                        .clientSecret(FakeX.SECRET)
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        .build(),
                x);
    }

    /** The same with a public app. */
    public static ConnectedAccount brandWithPublicApp(URI x) {
        return account(
                NAME,
                app(x).clientId("public")
                        .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                        .build(),
                x);
    }

    public static ConnectedAccount account(String name, ClientRegistration app, URI x) {
        return new ConnectedAccount(name, "example", FakeX.BRAND, app, x);
    }

    public static Connection connection(List<String> tokens, Instant now) {
        return Connection.of(grant(tokens, now));
    }

    public static Grant grant(List<String> tokens, Instant now) {
        return new Grant(
                new Owner(FakeX.BRAND, "example"),
                FakeX.CLIENT,
                new TokenPair(tokens.getFirst(), tokens.getLast(), now, now.plus(LIFE)));
    }

    public static Seal seal() {
        return seal(SealingKey.ofBase64("k1", KEY));
    }

    public static Seal seal(SealingKey... keys) {
        return new Seal(new SealingKeys(List.of(keys)));
    }

    private static ClientRegistration.Builder app(URI x) {
        return ClientRegistration.withRegistrationId(NAME)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationUri("https://x.example/i/oauth2/authorize")
                .tokenUri(x.resolve("/2/oauth2/token").toString())
                .redirectUri("http://localhost:8082/connections/callback")
                .scope("dm.read", "dm.write", "users.read", "tweet.read", "offline.access");
    }
}
