package com.dmverify.sandbox.oauth1;

import static com.dmverify.sandbox.testing.XClient.ALICE;
import static com.dmverify.sandbox.testing.XClient.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sandbox.testing.Answer;
import com.dmverify.sandbox.testing.OAuth1App;
import com.dmverify.sandbox.testing.Query;
import com.dmverify.sandbox.testing.Sandbox;
import com.dmverify.sandbox.testing.Seen;
import com.dmverify.sandbox.testing.Seen.Where;
import com.dmverify.sandbox.testing.Signer;
import com.dmverify.sandbox.testing.XClient;
import java.net.URI;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ThreeLeggedOAuthTest {

    private static final String AUTHORIZE = "/oauth/authorize";
    private static final String BACK = "http://localhost:7777/back?tab=1";

    private final Sandbox sandbox = Sandbox.fresh();
    private final OAuth1App app = OAuth1App.shipped(sandbox);

    @Test
    @Seen(Where.DOCUMENTATION)
    void theFirstStepAnswersWithAFormOfContentTypeHtml() {
        // When
        Answer answer = app.requestToken(BACK);
        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-type")).isEqualTo("text/html;charset=utf-8");
        assertThat(Query.of(answer.text()))
                .containsEntry("oauth_callback_confirmed", "true")
                .containsKeys("oauth_token", "oauth_token_secret");
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void theSecondStepRedirectsWithAVerifier() {
        // Given
        Map<String, String> request = Query.of(app.requestToken(BACK).text());
        // When
        Answer page = sandbox.control("GET", AUTHORIZE + "?oauth_token=" + request.get("oauth_token"));
        Answer back = app.decide(AUTHORIZE, request.get("oauth_token"), "decision=approve&user=alice");
        // Then
        assertThat(page.text()).contains("DM Verify Demo", "read-write-directmessages");
        assertThat(back.status()).isEqualTo(302);
        assertThat(back.header("location")).startsWith(BACK + "&oauth_token=");
        assertThat(Query.of(URI.create(back.header("location"))))
                .containsEntry("oauth_token", request.get("oauth_token"))
                .containsKey("oauth_verifier");
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void theThirdStepIssuesATokenOfTheUser() {
        // When
        Map<String, String> access = app.walk(AUTHORIZE, "alice");
        XClient alice =
                sandbox.as(Signer.brand().withToken(access.get("oauth_token"), access.get("oauth_token_secret")));
        // Then
        assertThat(access).containsEntry("user_id", ALICE).containsEntry("screen_name", "alice");
        assertThat(access.get("oauth_token")).startsWith(ALICE + "-");
        assertThat(alice.get("/1.1/account/verify_credentials.json").at("/id_str"))
                .isEqualTo(ALICE);
        assertThat(alice.v1Dm(CAROL, "hi").status()).isEqualTo(200);
    }

    @Test
    @Seen(Where.INFERENCE)
    void aRepeatedApprovalReturnsTheSameToken() {
        assertThat(app.walk(AUTHORIZE, "dmverify_demo"))
                .containsEntry("oauth_token", "1000000000000000001-sandbox")
                .containsEntry("oauth_token_secret", "sandbox-token-secret");
    }

    @Test
    @Seen(Where.RECORDING)
    void authenticateGivesNoAccessToMessages() {
        // When
        Map<String, String> access = app.walk("/oauth/authenticate", "alice");
        XClient alice =
                sandbox.as(Signer.brand().withToken(access.get("oauth_token"), access.get("oauth_token_secret")));
        // Then
        Answer refused = alice.v1Dm(CAROL, "hi");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo(93);
        assertThat(refused.header("x-access-level")).isEqualTo("read-write");
        assertThat(alice.dm(CAROL, "hi").at("/type")).endsWith("/oauth1-permissions");
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void anAppCanAskForALowerPermission() {
        // Given
        Map<String, String> request =
                Query.of(app.requestToken(BACK, "x_auth_access_type=read").text());
        String location = app.decide(AUTHORIZE, request.get("oauth_token"), "decision=approve&user=alice")
                .header("location");
        Map<String, String> access =
                Query.of(app.accessToken(request, Query.of(URI.create(location)).get("oauth_verifier"))
                        .text());
        XClient alice =
                sandbox.as(Signer.brand().withToken(access.get("oauth_token"), access.get("oauth_token_secret")));
        // Then
        assertThat(alice.get("/2/users/me").header("x-access-level")).isEqualTo("read");
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void anAppWithoutACallbackGetsAPin() {
        // Given
        Map<String, String> request = Query.of(app.requestToken("oob").text());
        // When
        Answer page = app.decide(AUTHORIZE, request.get("oauth_token"), "decision=approve&user=alice");
        Matcher pin = Pattern.compile("<code>([0-9]{7})</code>").matcher(page.text());
        // Then
        assertThat(pin.find()).isTrue();
        assertThat(Query.of(app.accessToken(request, pin.group(1)).text())).containsEntry("user_id", ALICE);
    }

    @Test
    @Seen(Where.INFERENCE)
    void aDenialRedirectsWithDenied() {
        // Given
        Map<String, String> request = Query.of(app.requestToken(BACK).text());
        // When
        Answer back = app.decide(AUTHORIZE, request.get("oauth_token"), "decision=deny");
        // Then
        assertThat(back.header("location")).isEqualTo(BACK + "&denied=" + request.get("oauth_token"));
        assertThat(app.accessToken(request, "x").code()).isEqualTo(32);
    }

    @Test
    @Seen(Where.INFERENCE)
    void onlyTheRightVerifierWorksAndOnlyOnce() {
        // Given
        Map<String, String> request = Query.of(app.requestToken(BACK).text());
        String location = app.decide(AUTHORIZE, request.get("oauth_token"), "decision=approve&user=alice")
                .header("location");
        String verifier = Query.of(URI.create(location)).get("oauth_verifier");
        // When
        Answer wrong = app.accessToken(request, "wrong");
        Answer right = app.accessToken(request, verifier);
        Answer again = app.accessToken(request, verifier);
        // Then
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.text()).contains("Invalid oauth_verifier");
        assertThat(right.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(401);
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void theFirstStepRejectsInvalidCalls() {
        // Given
        OAuth1App stranger = new OAuth1App(sandbox, app.signer().withApp("who", "x"));
        OAuth1App liar = new OAuth1App(sandbox, app.signer().withApp("sandbox-consumer-key", "x"));
        OAuth1App late = new OAuth1App(sandbox, app.signer().at(1));
        // Then
        assertThat(stranger.requestToken(BACK).code()).isEqualTo(32);
        assertThat(liar.requestToken(BACK).code()).isEqualTo(32);
        assertThat(late.requestToken(BACK).code()).isEqualTo(135);
        assertThat(app.requestToken("https://elsewhere.example/").code()).isEqualTo(415);
        assertThat(sandbox.control("POST", "/oauth/request_token").code()).isEqualTo(215);
    }

    @Test
    @Seen(Where.INFERENCE)
    void anUnknownRequestTokenIsA400() {
        assertThat(sandbox.control("GET", AUTHORIZE + "?oauth_token=gone").status())
                .isEqualTo(400);
    }
}
