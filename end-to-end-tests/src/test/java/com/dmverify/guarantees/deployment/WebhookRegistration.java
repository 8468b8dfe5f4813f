package com.dmverify.guarantees.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.cli.story.Http;
import com.dmverify.cli.story.Http.Answer;
import java.util.Base64;
import java.util.Locale;

/** Registers the webhook of a brand's app on X with the app's bearer token, as an operator does. */
record WebhookRegistration(Http x, Brand brand) {

    void of(int webhookReceiver) {
        String url = String.format(Locale.ROOT, "http://127.0.0.1:%d/webhooks/x/%s", webhookReceiver, brand.name());
        Answer registered =
                x.post("/2/webhooks", "{\"url\": \"" + url + "\"}", "Authorization", "Bearer " + bearerToken());
        assertThat(registered.status() / 100)
                .as("POST /2/webhooks: %s", registered.body())
                .isEqualTo(2);
    }

    private String bearerToken() {
        String credentials = brand.consumerKey() + ":" + brand.consumerSecret();
        Answer token = x.post(
                "/oauth2/token?grant_type=client_credentials",
                "",
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8)));
        assertThat(token.status()).as("POST /oauth2/token: %s", token.body()).isEqualTo(200);
        return token.text("/access_token");
    }
}
