package com.dmverify.sandbox.oauth2.token;

import static com.dmverify.sandbox.testing.XClient.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sandbox.testing.Answer;
import com.dmverify.sandbox.testing.OAuth2App;
import com.dmverify.sandbox.testing.Sandbox;
import com.dmverify.sandbox.testing.Seen;
import com.dmverify.sandbox.testing.Seen.Where;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {

    private static final String BAD_CODE = "{\"error\":\"invalid_request\",\"error_description\":\"Value passed for the"
            + " authorization code was invalid.\"}";
    private static final String BAD_TOKEN =
            "{\"error\":\"invalid_request\",\"error_description\":\"Value passed for the token was invalid.\"}";

    private final Sandbox sandbox = Sandbox.fresh();
    private final OAuth2App app = OAuth2App.shipped(sandbox);

    @Test
    @Seen(Where.DOCUMENTATION)
    void aCodeIsExchangedForTokens() {
        // When
        Answer tokens = app.tokens("dmverify_demo", OAuth2App.SCOPES);
        // Then
        assertThat(tokens.status()).isEqualTo(200);
        assertThat(tokens.json().propertyNames())
                .containsExactly("token_type", "expires_in", "access_token", "scope", "refresh_token");
        assertThat(tokens.at("/token_type")).isEqualTo("bearer");
        assertThat(tokens.at("/expires_in")).isEqualTo("7200");
        assertThat(tokens.at("/scope")).isEqualTo(OAuth2App.SCOPES);
        assertThat(tokens.header("cache-control")).contains("no-store");
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void aTokenActsForTheUserWhoGrantedIt() {
        // Given
        Answer tokens = app.tokens("dmverify_demo", OAuth2App.SCOPES);
        // When
        Answer me = app.as(tokens).get("/2/users/me");
        Answer sent = app.as(tokens).dm(ALICE, "hi");
        // Then
        assertThat(me.at("/data/username")).isEqualTo("dmverify_demo");
        assertThat(sent.status()).isEqualTo(201);
        assertThat(sandbox.control("GET", "/sandbox/users/alice/inbox").at("/0/from"))
                .isEqualTo("dmverify_demo");
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void aGrantWithoutOfflineAccessHasNoRefreshToken() {
        assertThat(app.tokens("alice", "users.read").json().has("refresh_token"))
                .isFalse();
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void aCodeWorksOnceWithItsOwnVerifierAndCallback() {
        // Given
        OAuth2App elsewhere = new OAuth2App(sandbox, app.id(), app.secret(), "http://localhost:5555/other");
        String used = app.code("alice", "users.read");
        app.exchange(used);
        // Then
        assertThat(app.exchange(used).text()).isEqualTo(BAD_CODE);
        assertThat(app.exchange(app.code("alice", "users.read"), "x".repeat(43)).text())
                .isEqualTo(BAD_CODE);
        assertThat(elsewhere.exchange(app.code("alice", "users.read")).text()).isEqualTo(BAD_CODE);
        assertThat(app.exchange("no such code").status()).isEqualTo(400);
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void aPlainChallengeIsTheVerifierItself() {
        // Given
        Map<String, String> request = app.request("users.read");
        request.put("code_challenge_method", "plain");
        request.put("code_challenge", "challenge");
        // When
        Answer back = app.decide(request, "decision=approve&user=alice");
        String code = back.header("location").replaceAll(".*code=", "");
        // Then
        assertThat(app.exchange(code, "challenge").status()).isEqualTo(200);
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void aRefreshTokenWorksOnceAndIsReplaced() {
        // Given
        Answer first = app.tokens("alice", OAuth2App.SCOPES);
        // When
        Answer second = app.refresh(first.at("/refresh_token"));
        Answer third = app.refresh(second.at("/refresh_token"));
        // Then
        assertThat(third.status()).isEqualTo(200);
        assertThat(third.at("/refresh_token")).isNotEqualTo(second.at("/refresh_token"));
        assertThat(app.as(first).get("/2/users/me").status()).isEqualTo(200);
        assertThat(app.as(third).get("/2/users/me").status()).isEqualTo(200);
    }

    @Test
    @Seen(Where.RECORDING)
    void aUsedRefreshTokenEndsTheWholeGrant() {
        // Given
        Answer first = app.tokens("alice", OAuth2App.SCOPES);
        Answer second = app.refresh(first.at("/refresh_token"));
        // When
        Answer again = app.refresh(first.at("/refresh_token"));
        // Then
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.text()).isEqualTo(BAD_TOKEN);
        assertThat(app.refresh(second.at("/refresh_token")).text()).isEqualTo(BAD_TOKEN);
        assertThat(app.as(second).get("/2/users/me").status()).isEqualTo(401);
    }

    @Test
    @Seen(Where.RECORDING)
    void anotherGrantIsNotAffected() {
        // Given
        Answer one = app.tokens("alice", OAuth2App.SCOPES);
        Answer other = app.tokens("alice", OAuth2App.SCOPES);
        app.refresh(one.at("/refresh_token"));
        // When
        app.refresh(one.at("/refresh_token"));
        // Then
        assertThat(app.refresh(other.at("/refresh_token")).status()).isEqualTo(200);
    }

    @Test
    @Seen(Where.INFERENCE)
    void aRevokedRefreshTokenEndsItsGrantAndARevokedAccessTokenDoesNot() {
        // Given
        Answer first = app.tokens("alice", OAuth2App.SCOPES);
        Answer second = app.refresh(first.at("/refresh_token"));
        // When
        Answer revoked = app.revoke(first.at("/access_token"));
        boolean secondLived = app.as(second).get("/2/users/me").status() == 200;
        app.revoke(second.at("/refresh_token"));
        // Then
        assertThat(revoked.text()).isEqualTo("{\"revoked\":true}");
        assertThat(app.as(first).get("/2/users/me").status()).isEqualTo(401);
        assertThat(secondLived).isTrue();
        assertThat(app.as(second).get("/2/users/me").status()).isEqualTo(401);
        assertThat(app.revoke("no such token").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @Seen(Where.DOCUMENTATION)
    @CsvSource({
        "grant_type,400,Missing required parameter [grant_type].",
        "code,400,Missing required parameter [code].",
        "code_verifier,400,Missing required parameter [code_verifier].",
        "redirect_uri,400,Missing required parameter [redirect_uri].",
    })
    void aMissingParameterIsNamed(String name, int status, String description) {
        // Given
        Map<String, String> fields = app.exchanged("some code", OAuth2App.VERIFIER);
        fields.remove(name);
        // When
        Answer answer = app.post("/2/oauth2/token", OAuth2App.form(fields), true);
        // Then
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.at("/error")).isEqualTo("invalid_request");
        assertThat(answer.at("/error_description")).isEqualTo(description);
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void aConfidentialClientMustAuthenticate() {
        // Given
        String form = "grant_type=refresh_token&refresh_token=x&client_id=sandbox-client-id";
        OAuth2App wrong = new OAuth2App(sandbox, app.id(), "wrong", app.callback());
        // When
        Answer bare = app.post("/2/oauth2/token", form, false);
        Answer inTheForm = app.post("/2/oauth2/token", form + "&client_secret=sandbox-client-secret", false);
        // Then
        assertThat(bare.status()).isEqualTo(401);
        assertThat(bare.text())
                .isEqualTo("{\"error\":\"unauthorized_client\",\"error_description\":\"Missing valid authorization"
                        + " header\"}");
        assertThat(inTheForm.status()).isEqualTo(401);
        assertThat(wrong.refresh("x").status()).isEqualTo(401);
        assertThat(app.post("/2/oauth2/token", "grant_type=refresh_token&client_id=who", false)
                        .at("/error"))
                .isEqualTo("invalid_client");
    }

    @Test
    @Seen(Where.INFERENCE)
    void clientCredentialsAreNotSupportedHere() {
        // When
        Answer answer = app.post("/2/oauth2/token", "grant_type=client_credentials", true);
        // Then
        assertThat(answer.at("/error")).isEqualTo("unsupported_grant_type");
    }

    @Test
    @Seen(Where.SANDBOX)
    void theAnswerToARefreshCanBeLost() {
        // Given
        Answer first = app.tokens("alice", OAuth2App.SCOPES);
        sandbox.control(
                "POST", "/sandbox/faults", "{\"name\":\"unavailable_after_accept\",\"count\":1,\"on\":\"any\"}");
        // When
        Answer lost = app.refresh(first.at("/refresh_token"));
        Answer again = app.refresh(first.at("/refresh_token"));
        // Then
        assertThat(lost.status()).isEqualTo(503);
        assertThat(again.text()).isEqualTo(BAD_TOKEN);
    }
}
