package com.dmverify.sandbox.oauth2.token;

import static com.dmverify.sandbox.testing.Waiting.await;
import static com.dmverify.sandbox.testing.XClient.BRAND;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sandbox.testing.Answer;
import com.dmverify.sandbox.testing.OAuth2App;
import com.dmverify.sandbox.testing.Sandbox;
import com.dmverify.sandbox.testing.Seen;
import com.dmverify.sandbox.testing.Seen.Where;
import com.dmverify.sandbox.testing.WebhookReceiver;
import org.junit.jupiter.api.Test;

/** A user revokes an app's access. */
class RevocationTest {

    private final Sandbox sandbox = Sandbox.fresh();
    private final OAuth2App app = OAuth2App.shipped(sandbox);

    @Test
    @Seen(Where.DOCUMENTATION)
    void aRevocationEndsEveryTokenAndIsDelivered() {
        try (WebhookReceiver receiver = WebhookReceiver.ofBrand()) {
            // Given
            Answer tokens = app.tokens("dmverify_demo", OAuth2App.SCOPES);
            sandbox.brand().post("/2/webhooks", "{\"url\":\"" + receiver.url() + "\"}");
            // When
            Answer revoked = sandbox.control("POST", "/sandbox/users/dmverify_demo/revoke");
            // Then
            assertThat(revoked.status()).isEqualTo(200);
            assertThat(app.as(tokens).get("/2/users/me").status()).isEqualTo(401);
            assertThat(app.refresh(tokens.at("/refresh_token")).status()).isEqualTo(400);
            assertThat(sandbox.brand().get("/2/users/me").code()).isEqualTo(89);
            await().until(() -> receiver.genuine().size() == 1);
            assertThat(receiver.genuine()
                            .getFirst()
                            .at("/user_event/revoke/source/user_id")
                            .asString())
                    .isEqualTo(BRAND);
            assertThat(receiver.genuine().getFirst().has("for_user_id")).isFalse();
        } finally {
            Sandbox.fresh();
        }
    }

    @Test
    @Seen(Where.SANDBOX)
    void anUnknownAppIsNamedInTheError() {
        assertThat(sandbox.control("POST", "/sandbox/users/alice/revoke?app=42").at("/detail"))
                .contains("42");
    }
}
