package com.dmverify.sandbox.v1.activity;

import static com.dmverify.sandbox.testing.Waiting.await;
import static com.dmverify.sandbox.testing.XClient.ALICE;
import static com.dmverify.sandbox.testing.XClient.BRAND;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sandbox.testing.Answer;
import com.dmverify.sandbox.testing.BearerClient;
import com.dmverify.sandbox.testing.OAuth1App;
import com.dmverify.sandbox.testing.Sandbox;
import com.dmverify.sandbox.testing.Seen;
import com.dmverify.sandbox.testing.Seen.Where;
import com.dmverify.sandbox.testing.Signer;
import com.dmverify.sandbox.testing.WebhookReceiver;
import com.dmverify.sandbox.testing.XClient;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Account Activity of v1.1: the premium API with environments, the enterprise API with webhook ids. */
class AccountActivityTest {

    private static final String ROOT = "/1.1/account_activity/";
    private static final String PROD = ROOT + "all/prod/";

    private final Sandbox sandbox = Sandbox.fresh();
    private final XClient brand = sandbox.brand();
    private final BearerClient app = new BearerClient(sandbox, sandbox.appToken());
    private final WebhookReceiver receiver = WebhookReceiver.ofBrand();

    @AfterEach
    void close() {
        Sandbox.fresh();
        receiver.close();
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void premiumWebhooksBelongToAnEnvironment() {
        // When
        Answer made = brand.post(PROD + "webhooks.json?url=" + Signer.encode(receiver.url()), "");
        String id = made.at("/id");
        // Then
        assertThat(made.status()).isEqualTo(200);
        assertThat(made.at("/valid")).isEqualTo("true");
        assertThat(made.at("/created_at")).matches("[0-9-]{10}T[0-9:]{8}Z");
        assertThat(app.get(PROD + "webhooks.json").at("/0/id")).isEqualTo(id);
        assertThat(app.get(ROOT + "all/other/webhooks.json").json()).isEmpty();
        assertThat(app.get(ROOT + "all/webhooks.json").at("/environments/0/environment_name"))
                .isEqualTo("prod");
        assertThat(app.get(ROOT + "all/webhooks.json").at("/environments/0/webhooks/0/url"))
                .isEqualTo(receiver.url());
        assertThat(brand.put(PROD + "webhooks/" + id + ".json", "").status()).isEqualTo(204);
        assertThat(brand.delete(PROD + "webhooks/" + id + ".json").status()).isEqualTo(204);
        assertThat(app.get(PROD + "webhooks.json").json()).isEmpty();
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void rejectedWebhooksAre214WithXsText() {
        // Given
        receiver.forgetTheSecret();
        // When
        Answer wrong = brand.post(PROD + "webhooks.json?url=" + Signer.encode(receiver.url()), "");
        Answer noUrl = brand.post(PROD + "webhooks.json?url=nonsense", "");
        // Then
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.text())
                .isEqualTo("{\"errors\":[{\"code\":214,\"message\":\"Invalid CRC token or json response format.\"}]}");
        assertThat(noUrl.text()).contains("Webhook URL does not meet the requirements.");
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void premiumSubscriptionsBelongToUsers() {
        // Given
        brand.post(PROD + "webhooks.json?url=" + Signer.encode(receiver.url()), "");
        Map<String, String> token = OAuth1App.shipped(sandbox).walk("/oauth/authorize", "alice");
        XClient alice = sandbox.as(Signer.brand().withToken(token.get("oauth_token"), token.get("oauth_token_secret")));
        // When
        Answer before = alice.get(PROD + "subscriptions.json");
        Answer made = alice.post(PROD + "subscriptions.json", "");
        Answer twice = alice.post(PROD + "subscriptions.json", "");
        // Then
        assertThat(before.status()).isEqualTo(404);
        assertThat(made.status()).isEqualTo(204);
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.code()).isEqualTo(355);
        assertThat(alice.get(PROD + "subscriptions.json").status()).isEqualTo(204);
        assertThat(app.get(PROD + "subscriptions/list.json").at("/environment")).isEqualTo("prod");
        assertThat(app.get(PROD + "subscriptions/list.json").text()).contains(ALICE);
        assertThat(app.get(ROOT + "all/subscriptions/count.json").at("/subscriptions_count"))
                .isEqualTo("2");
        assertThat(app.delete(PROD + "subscriptions/" + ALICE + ".json").status())
                .isEqualTo(204);
        assertThat(app.delete(PROD + "subscriptions/" + ALICE + ".json").status())
                .isEqualTo(404);
        assertThat(alice.post(ROOT + "all/nowhere/subscriptions.json", "").code())
                .isEqualTo(34);
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void aMessageIsDeliveredForBothSubscribedUsers() {
        // Given
        brand.post(PROD + "webhooks.json?url=" + Signer.encode(receiver.url()), "");
        Map<String, String> token = OAuth1App.shipped(sandbox).walk("/oauth/authorize", "alice");
        sandbox.as(Signer.brand().withToken(token.get("oauth_token"), token.get("oauth_token_secret")))
                .post(PROD + "subscriptions.json", "");
        // When
        brand.dm(ALICE, "hi");
        // Then
        await().until(() -> receiver.genuine().size() == 2);
        assertThat(receiver.genuine())
                .extracting(delivery -> delivery.at("/for_user_id").asString())
                .containsExactlyInAnyOrder(BRAND, ALICE);
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void theEnterpriseApiHasIdsInItsPaths() {
        // When
        String id = brand.post(ROOT + "webhooks.json?url=" + Signer.encode(receiver.url()), "")
                .at("/id");
        String all = ROOT + "webhooks/" + id + "/subscriptions/all";
        // Then
        assertThat(app.get(ROOT + "webhooks.json").at("/0/id")).isEqualTo(id);
        assertThat(brand.post(all + ".json", "").status()).isEqualTo(204);
        assertThat(brand.post(all + ".json", "").code()).isEqualTo(355);
        assertThat(brand.get(all + ".json").status()).isEqualTo(204);
        assertThat(app.get(all + "/list.json").text())
                .isEqualTo("{\"webhook_id\":\"" + id + "\",\"webhook_url\":\"" + receiver.url()
                        + "\",\"application_id\":\"3000000000000000001\",\"subscriptions\":[{\"user_id\":\"" + BRAND
                        + "\"}]}");
        assertThat(app.get(ROOT + "subscriptions/count.json").at("/account_name"))
                .isEqualTo("DM Verify Demo");
        assertThat(app.delete(ROOT + "webhooks/" + id + "/subscriptions/" + BRAND + "/all.json")
                        .status())
                .isEqualTo(204);
        assertThat(brand.put(ROOT + "webhooks/" + id + ".json", "").status()).isEqualTo(204);
        assertThat(brand.delete(ROOT + "webhooks/" + id + ".json").status()).isEqualTo(204);
        assertThat(brand.delete(ROOT + "webhooks/" + id + ".json").code()).isEqualTo(34);
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void anAppCannotRegisterMoreWebhooksThanItsPlanAllows() {
        try (Sandbox small = Sandbox.with("x-sandbox.webhook.most-webhooks=1")) {
            // Given
            small.brand().post(ROOT + "webhooks.json?url=" + Signer.encode(receiver.url()), "");
            // When
            Answer second = small.brand().post(ROOT + "webhooks.json?url=" + Signer.encode(receiver.url() + "/2"), "");
            // Then
            assertThat(second.status()).isEqualTo(403);
            assertThat(second.text()).contains("Too many resources already created.");
        }
    }
}
