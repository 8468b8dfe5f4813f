package com.dmverify.sandbox.decision;

import static com.dmverify.sandbox.testing.XClient.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sandbox.testing.Answer;
import com.dmverify.sandbox.testing.Http;
import com.dmverify.sandbox.testing.Sandbox;
import com.dmverify.sandbox.testing.Seen;
import com.dmverify.sandbox.testing.Seen.Where;
import com.dmverify.sandbox.testing.Signer;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;

class AuthenticationTest {

    private static final String ME = "/1.1/account/verify_credentials.json";

    private final Sandbox sandbox = Sandbox.fresh();

    @Test
    @Seen(Where.DOCUMENTATION)
    void noCredentialsAre215() {
        // When
        Answer none = Http.send(HttpRequest.newBuilder(sandbox.at(ME)));
        Answer garbled = Http.send(HttpRequest.newBuilder(sandbox.at(ME)).header("authorization", "OAuth rubbish"));
        // Then
        assertThat(none.status()).isEqualTo(400);
        assertThat(none.code()).isEqualTo(215);
        assertThat(garbled.code()).isEqualTo(215);
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void wrongCredentialsAre32InV1AndUnauthorizedInV2() {
        // Given
        Signer wrong = Signer.brand().withToken("1000000000000000001-sandbox", "wrong");
        // When
        Answer v1 = sandbox.as(wrong).get(ME);
        Answer v2 = sandbox.as(wrong).get("/2/users/me");
        Answer unknownApp = sandbox.as(Signer.brand().withApp("who", "x")).get(ME);
        Answer unknownToken = sandbox.as(Signer.brand().withToken("who", "x")).get(ME);
        // Then
        assertThat(v1.status()).isEqualTo(401);
        assertThat(v1.text()).isEqualTo("{\"errors\":[{\"code\":32,\"message\":\"Could not authenticate you.\"}]}");
        assertThat(v2.text())
                .isEqualTo("{\"title\":\"Unauthorized\",\"type\":\"about:blank\",\"status\":401,"
                        + "\"detail\":\"Unauthorized\"}");
        assertThat(unknownApp.code()).isEqualTo(32);
        assertThat(unknownToken.code()).isEqualTo(32);
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void aWrongTimestampIs135() {
        // When
        Answer old = sandbox.as(Signer.brand().at(Signer.now() - 900)).get(ME);
        // Then
        assertThat(old.status()).isEqualTo(401);
        assertThat(old.text()).isEqualTo("{\"errors\":[{\"code\":135,\"message\":\"Timestamp out of bounds.\"}]}");
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void aNonceIsAcceptedOnce() {
        // Given
        Signer signer = Signer.brand()
                .withNonce("kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg")
                .at(Signer.now());
        // When
        Answer first = sandbox.as(signer).get(ME);
        Answer second = sandbox.as(signer).get(ME);
        // Then
        assertThat(first.status()).isEqualTo(200);
        assertThat(second.code()).isEqualTo(32);
    }

    @Test
    @Seen(Where.RECORDING)
    void headersWithoutSpacesAndNumericNoncesAreAccepted() {
        // When
        Answer tight = sandbox.as(Signer.brand().separatedBy(",").withNonce("123456789"))
                .get(ME);
        // Then
        assertThat(tight.status()).isEqualTo(200);
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void aRevokedTokenIs89() {
        // When
        Answer revoked = sandbox.brand().post("/1.1/oauth/invalidate_token.json", "");
        Answer after = sandbox.brand().get(ME);
        // Then
        assertThat(revoked.at("/access_token")).isEqualTo("1000000000000000001-sandbox");
        assertThat(after.status()).isEqualTo(401);
        assertThat(after.code()).isEqualTo(89);
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void anAppOnlyCallCannotSend() {
        // Given
        String token = sandbox.appToken();
        // When
        Answer v2 = Http.send(HttpRequest.newBuilder(sandbox.at("/2/dm_conversations/with/" + ALICE + "/messages"))
                .header("authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"x\"}")));
        Answer lookup = Http.send(HttpRequest.newBuilder(sandbox.at("/2/users/by/username/alice"))
                .header("authorization", "Bearer " + token));
        // Then
        assertThat(v2.status()).isEqualTo(403);
        assertThat(v2.at("/type")).endsWith("/unsupported-authentication");
        assertThat(lookup.at("/data/id")).isEqualTo(ALICE);
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void theAppOnlyTokenStaysTheSame() {
        assertThat(sandbox.appToken()).startsWith("AAAA").isEqualTo(sandbox.appToken());
    }
}
