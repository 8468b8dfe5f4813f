package com.dmverify.xcontract;

import static com.dmverify.xcontract.Outcome.failure;
import static com.dmverify.xcontract.Outcome.value;
import static com.dmverify.xcontract.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.x.XError.Rejected;
import com.dmverify.x.subscription.AccountActivity;
import com.dmverify.x.subscription.Subscribers;
import com.dmverify.x.subscription.SubscriptionCount;
import com.dmverify.x.webhook.Activity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Account Activity in v2: subscribing an account, deliveries about it, and unsubscribing it. */
class AccountActivityIT {

    private final Sandbox sandbox = Sandbox.shared();
    private final AccountActivity brands = sandbox.brand().accountActivity();
    private final AccountActivity apps = sandbox.app().accountActivity();
    private final TestWebhook receiver = new TestWebhook(Sandbox.SECRET);
    private final String webhook =
            value(sandbox.app().webhooks().create(receiver.url())).id();

    @AfterEach
    void deleteTheWebhook() {
        value(sandbox.app().webhooks().delete(webhook));
        receiver.close();
    }

    @Test
    void aNewWebhookHasNoSubscriptions() {
        // Given // When
        boolean subscribed = value(brands.isSubscribed(webhook));
        // Then
        assertThat(subscribed).isFalse();
        assertThat(value(apps.subscribers(webhook)).users()).isEmpty();
    }

    @Test
    void anAccountSubscribesItself() {
        // Given // When
        value(brands.subscribe(webhook));
        // Then
        assertThat(value(brands.isSubscribed(webhook))).isTrue();
        Subscribers subscribers = value(apps.subscribers(webhook));
        assertThat(subscribers.users()).containsExactly(Sandbox.BRAND);
    }

    @Test
    void aSecondSubscriptionSucceedsAndChangesNothing() {
        // Given
        value(brands.subscribe(webhook));
        // When
        var again = brands.subscribe(webhook);
        // Then
        value(again);
        assertThat(value(apps.subscribers(webhook)).users()).hasSize(1);
    }

    @Test
    void subscriptionsAreCounted() {
        // Given
        SubscriptionCount before = value(apps.count());
        // When
        value(brands.subscribe(webhook));
        // Then
        assertThat(value(apps.count()).used()).isEqualTo(before.used() + 1);
        assertThat(before.provisioned()).isPositive();
    }

    @Test
    void aMessageToASubscribedAccountIsDelivered() {
        // Given
        value(brands.subscribe(webhook));
        SandboxUser person = sandbox.follower();
        // When
        String id = person.writes("hi");
        // Then
        await().until(() -> !receiver.about(person).isEmpty());
        assertThat(receiver.about(person)).extracting(Activity::dmEventId).containsExactly(id);
    }

    @Test
    void nothingIsDeliveredAfterTheUnsubscription() {
        // Given
        value(brands.subscribe(webhook));
        SandboxUser person = sandbox.follower();
        // When
        boolean still = value(apps.unsubscribe(webhook, Sandbox.BRAND));
        person.writes("before the new subscription");
        // Then: the first delivery is about the message after the new subscription
        assertThat(still).isFalse();
        value(brands.subscribe(webhook));
        person.writes("after the new subscription");
        await().until(() -> !receiver.about(person).isEmpty());
        assertThat(receiver.about(person)).extracting(Activity::text).containsExactly("after the new subscription");
    }

    @Test
    void anAccountWithoutSubscriptionCannotUnsubscribe() {
        // Given // When
        var left = apps.unsubscribe(webhook, Sandbox.BRAND);
        // Then
        failure(Rejected.class, left);
    }
}
