package com.dmverify.sandbox.oauth2.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.local.testing.OffsetClock;
import com.dmverify.sandbox.access.App;
import com.dmverify.sandbox.access.OAuth2Client;
import com.dmverify.sandbox.access.Permission;
import com.dmverify.sandbox.oauth2.authorization.Pkce;
import com.dmverify.sandbox.testing.Answer;
import com.dmverify.sandbox.testing.OAuth2App;
import com.dmverify.sandbox.testing.Sandbox;
import com.dmverify.sandbox.testing.Seen;
import com.dmverify.sandbox.testing.Seen.Where;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenLifetimeTest {

    private static final OffsetClock CLOCK = new OffsetClock();
    private static final Sandbox SANDBOX = Sandbox.at(
            CLOCK,
            "x-sandbox.accounts.apps[0].id=1",
            "x-sandbox.accounts.apps[0].name=Pocket",
            "x-sandbox.accounts.apps[0].consumer-key=k",
            "x-sandbox.accounts.apps[0].consumer-secret=s",
            "x-sandbox.accounts.apps[0].client-id=pocket",
            "x-sandbox.accounts.apps[0].client-secret=",
            "x-sandbox.accounts.apps[0].client-type=public",
            "x-sandbox.accounts.apps[0].callbacks=https://pocket.example/back",
            "x-sandbox.oauth2.most-grants=3");

    private final OAuth2App app = new OAuth2App(SANDBOX, "pocket", "", "https://pocket.example/back");

    @BeforeEach
    void start() {
        SANDBOX.control("POST", "/sandbox/reset");
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void aPublicClientAuthenticatesByItsId() {
        // When
        Answer tokens = app.tokens("alice", OAuth2App.SCOPES);
        // Then
        assertThat(tokens.status()).isEqualTo(200);
        assertThat(app.refresh(tokens.at("/refresh_token")).status()).isEqualTo(200);
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void onlyARegisteredCallbackIsAccepted() {
        // Given
        OAuth2App local = new OAuth2App(SANDBOX, "pocket", "", "http://localhost:1/back");
        // Then
        assertThat(local.page(local.request("users.read")).status()).isEqualTo(400);
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void aCodeExpiresAfterHalfAMinute() {
        // Given
        String inTime = app.code("alice", "users.read");
        String late = app.code("alice", "users.read");
        // When
        CLOCK.advance(Duration.ofSeconds(29));
        Answer good = app.exchange(inTime);
        CLOCK.advance(Duration.ofSeconds(1));
        Answer bad = app.exchange(late);
        // Then
        assertThat(good.status()).isEqualTo(200);
        assertThat(bad.status()).isEqualTo(400);
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void anAccessTokenExpiresAfterTwoHours() {
        // Given
        Answer tokens = app.tokens("alice", OAuth2App.SCOPES);
        // When
        CLOCK.advance(Duration.ofMinutes(119));
        Answer before = app.as(tokens).get("/2/users/me");
        CLOCK.advance(Duration.ofMinutes(2));
        Answer after = app.as(tokens).get("/2/users/me");
        // Then
        assertThat(before.status()).isEqualTo(200);
        assertThat(after.status()).isEqualTo(401);
        assertThat(after.at("/title")).isEqualTo("Unauthorized");
        assertThat(app.refresh(tokens.at("/refresh_token")).status()).isEqualTo(200);
    }

    @Test
    @Seen(Where.INFERENCE)
    void aRefreshTokenExpiresAfterSixMonths() {
        // Given
        Answer tokens = app.tokens("alice", OAuth2App.SCOPES);
        // When
        CLOCK.advance(Duration.ofDays(181));
        // Then
        assertThat(app.refresh(tokens.at("/refresh_token")).status()).isEqualTo(400);
    }

    @Test
    @Seen(Where.SANDBOX)
    void theNumberOfGrantsIsBounded() {
        // Given
        Answer first = app.tokens("alice", OAuth2App.SCOPES);
        // When
        for (int i = 0; i < 3; i++) {
            app.tokens("alice", OAuth2App.SCOPES);
        }
        // Then
        assertThat(app.as(first).get("/2/users/me").status()).isEqualTo(401);
    }

    @Test
    @Seen(Where.SANDBOX)
    void toStringHidesSecrets() {
        // Given
        OAuth2Client client = new OAuth2Client("id", "hush", OAuth2Client.Kind.CONFIDENTIAL);
        App secretive = new App("1", "name", "key", "hush", client, Permission.READ, List.of());
        // Then
        assertThat(client + " " + secretive).doesNotContain("hush");
        assertThat(new Pkce(Pkce.Method.PLAIN, "hush").toString()).doesNotContain("hush");
        assertThat(new TokenResponse("hush", "hush", Set.of(), Duration.ZERO).toString())
                .doesNotContain("hush");
    }
}
