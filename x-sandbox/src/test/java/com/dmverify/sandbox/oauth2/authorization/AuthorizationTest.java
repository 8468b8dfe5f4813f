package com.dmverify.sandbox.oauth2.authorization;

import static com.dmverify.sandbox.testing.XClient.BRAND;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sandbox.testing.Answer;
import com.dmverify.sandbox.testing.OAuth2App;
import com.dmverify.sandbox.testing.Query;
import com.dmverify.sandbox.testing.Sandbox;
import com.dmverify.sandbox.testing.Seen;
import com.dmverify.sandbox.testing.Seen.Where;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorizationTest {

    private final Sandbox sandbox = Sandbox.fresh();
    private final OAuth2App app = OAuth2App.shipped(sandbox);

    @Test
    @Seen(Where.SANDBOX)
    void thePageShowsTheAppItsScopesAndTheUsers() {
        // When
        Answer page = app.page(app.request(OAuth2App.SCOPES));
        // Then
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("content-type")).startsWith("text/html");
        assertThat(page.text())
                .contains(
                        "DM Verify Demo",
                        "<code>dm.write</code>",
                        "@dmverify_demo",
                        "@alice",
                        "value=\"" + BRAND + "\"")
                .doesNotContain("mallory");
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void anApprovalRedirectsWithCodeAndState() {
        // When
        Answer back = app.decide(app.request(OAuth2App.SCOPES), "decision=approve&user=dmverify_demo");
        // Then
        assertThat(back.status()).isEqualTo(302);
        assertThat(back.header("location")).startsWith("http://127.0.0.1:5555/back?");
        assertThat(Query.of(URI.create(back.header("location"))))
                .containsEntry("state", "a state & more")
                .containsKey("code");
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void aDenialRedirectsWithAccessDenied() {
        // When
        Answer back = app.decide(app.request(OAuth2App.SCOPES), "decision=deny");
        // Then
        assertThat(Query.of(URI.create(back.header("location"))))
                .isEqualTo(Map.of("error", "access_denied", "state", "a state & more"));
    }

    @ParameterizedTest
    @Seen(Where.INFERENCE)
    @CsvSource({
        "client_id,who",
        "client_id,",
        "response_type,token",
        "redirect_uri,https://elsewhere.example/back",
        "redirect_uri,http://127.0.0.1.elsewhere.example/back",
        "redirect_uri,http://me@localhost/back",
        "scope,dm.everything",
        "scope,",
        "state,",
        "code_challenge,",
        "code_challenge,not unreserved",
        "code_challenge_method,S512",
    })
    void anInvalidRequestIsShownOnAPageAndNotRedirected(String name, String value) {
        // Given
        Map<String, String> request = app.request(OAuth2App.SCOPES);
        request.put(name, value == null ? "" : value);
        // When
        Answer asked = app.page(request);
        Answer decided = app.decide(request, "decision=approve&user=alice");
        // Then
        assertThat(asked.status()).isEqualTo(400);
        assertThat(asked.header("content-type")).startsWith("text/html");
        assertThat(asked.text()).contains("Something went wrong", name);
        assertThat(decided.status()).isEqualTo(400);
        assertThat(decided.header("location")).isEmpty();
    }

    @ParameterizedTest
    @Seen(Where.SANDBOX)
    @CsvSource({
        "http://localhost:1234/login/oauth2/code/x",
        "http://127.0.0.1/",
        "https://[::1]:8443/back",
    })
    void theShippedAppAcceptsLoopbackCallbacks(String callback) {
        // Given
        OAuth2App other = new OAuth2App(sandbox, app.id(), app.secret(), callback);
        // Then
        assertThat(other.tokens("alice", "users.read").status()).isEqualTo(200);
    }

    @Test
    @Seen(Where.SANDBOX)
    void suspendedAndUnknownUsersCannotGrantAccess() {
        // Given
        Map<String, String> request = app.request(OAuth2App.SCOPES);
        // Then
        assertThat(app.decide(request, "decision=approve&user=mallory").text()).contains("suspended");
        assertThat(app.decide(request, "decision=approve&user=<b>").text()).contains("no user &lt;b&gt;");
        assertThat(app.decide(request, "decision=approve").status()).isEqualTo(400);
        assertThat(app.decide(request, "decision=perhaps&user=alice").status()).isEqualTo(400);
    }

    @Test
    @Seen(Where.SANDBOX)
    void aHandleCanBeTypedIn() {
        // Given
        sandbox.control("POST", "/sandbox/users", "{\"username\":\"zoe\"}");
        // When
        Answer back = app.decide(app.request("users.read tweet.read"), "decision=approve&user=alice&other=%40Zoe");
        Answer tokens =
                app.exchange(Query.of(URI.create(back.header("location"))).get("code"));
        // Then
        assertThat(app.as(tokens).get("/2/users/me").at("/data/username")).isEqualTo("zoe");
    }
}
