package com.dmverify.xcontract;

import static com.dmverify.xcontract.Outcome.failure;
import static com.dmverify.xcontract.Outcome.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.x.XError.Rejected;
import com.dmverify.x.subscription.Webhook;
import com.dmverify.x.subscription.Webhooks;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Registering webhooks: X challenges the URL at once, and again on request. */
class WebhooksIT {

    private final Webhooks webhooks = Sandbox.shared().app().webhooks();

    @Test
    void aWebhookThatAnswersTheChallengeIsRegistered() {
        // Given
        try (TestWebhook receiver = new TestWebhook(Sandbox.SECRET)) {
            // When
            Webhook webhook = value(webhooks.create(receiver.url()));
            // Then
            assertThat(webhook.valid()).isTrue();
            assertThat(receiver.challenges()).isOne();
            assertThat(value(webhooks.list())).contains(webhook);
            value(webhooks.delete(webhook.id()));
        }
    }

    @Test
    void aWebhookIsChallengedAgainOnRequest() {
        // Given
        try (TestWebhook receiver = new TestWebhook(Sandbox.SECRET)) {
            Webhook webhook = value(webhooks.create(receiver.url()));
            // When
            boolean valid = value(webhooks.validate(webhook.id()));
            // Then
            assertThat(valid).isTrue();
            assertThat(receiver.challenges()).isEqualTo(2);
            value(webhooks.delete(webhook.id()));
        }
    }

    @Test
    void aDeletedWebhookIsNotListed() {
        // Given
        try (TestWebhook receiver = new TestWebhook(Sandbox.SECRET)) {
            Webhook webhook = value(webhooks.create(receiver.url()));
            // When
            boolean deleted = value(webhooks.delete(webhook.id()));
            // Then
            assertThat(deleted).isTrue();
            assertThat(value(webhooks.list())).doesNotContain(webhook);
            failure(Rejected.class, webhooks.validate(webhook.id()));
        }
    }

    @Test
    void aWrongAnswerToTheChallengeIsRejected() {
        // Given
        try (TestWebhook stranger = new TestWebhook("another app's secret")) {
            // When
            var refused = failure(Rejected.class, webhooks.create(stranger.url()));
            // Then
            assertThat(refused.detail()).contains("CrcValidationFailed");
            assertThat(stranger.challenges()).isZero();
        }
    }

    @Test
    void anUnreachableUrlIsRejected() {
        // Given
        TestWebhook receiver = new TestWebhook(Sandbox.SECRET);
        URI gone = receiver.url();
        receiver.close();
        // When // Then
        failure(Rejected.class, webhooks.create(gone));
    }

    @Test
    void aRegisteredUrlIsRejected() {
        // Given
        URI known = Sandbox.shared().receiver().url();
        // When
        var refused = failure(Rejected.class, webhooks.create(known));
        // Then
        assertThat(refused.detail()).contains("DuplicateUrlFailed");
    }
}
