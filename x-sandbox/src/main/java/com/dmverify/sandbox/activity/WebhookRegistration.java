package com.dmverify.sandbox.activity;

import com.dmverify.sandbox.Resettable;
import com.dmverify.sandbox.access.App;
import com.dmverify.sandbox.access.Apps;
import com.dmverify.sandbox.person.Person;
import com.dmverify.sandbox.person.Snowflakes;
import com.dmverify.sandbox.webhook.Webhook;
import com.dmverify.sandbox.webhook.WebhookProperties;
import com.dmverify.sandbox.webhook.WebhookProperties.Family;
import com.dmverify.sandbox.webhook.Webhooks;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Registers webhooks and, if configured, subscribes the app's brands to them. */
@Component
@Order(6)
public class WebhookRegistration implements Resettable {

    private final Webhooks webhooks;
    private final Subscriptions subscriptions;
    private final Apps apps;
    private final WebhookProperties properties;
    private final Snowflakes ids;
    private final Clock clock;

    WebhookRegistration(
            Webhooks webhooks,
            Subscriptions subscriptions,
            Apps apps,
            WebhookProperties properties,
            Snowflakes ids,
            Clock clock) {
        this.webhooks = webhooks;
        this.subscriptions = subscriptions;
        this.apps = apps;
        this.properties = properties;
        this.ids = ids;
        this.clock = clock;
    }

    /** Registers a webhook after its challenge. Throws {@link com.dmverify.sandbox.webhook.WebhookRejected}. */
    public Webhook register(App app, String url) {
        return register(app, url, false);
    }

    Webhook register(App app, String url, boolean configured) {
        Webhook webhook = webhooks.register(app, url, configured);
        subscribeBrands(webhook);
        return webhook;
    }

    public void delete(Webhook webhook) {
        webhooks.delete(webhook.id());
        subscriptions.remove(subscription -> subscription.isOn(webhook.id()));
    }

    /** Makes a subscription without storing it; {@code webhook} is {@code null} for the stream only. */
    public Subscription subscription(
            App app, @Nullable Webhook webhook, SubscriptionFilter filter, @Nullable String tag) {
        return subscription(app, webhook, filter, tag, false);
    }

    @Override
    public void reset() {
        webhooks.all().forEach(this::subscribeBrands);
    }

    private void subscribeBrands(Webhook webhook) {
        if (!webhook.configured() && !properties.subscribeBrands()) {
            return;
        }
        for (long brand : apps.brandIds()) {
            if (apps.appOf(brand).id().equals(webhook.app().id())) {
                subscribeAutomatically(webhook, brand);
            }
        }
    }

    private void subscribeAutomatically(Webhook webhook, long user) {
        Family family = webhook.configured() ? properties.family() : Family.ACCOUNT_ACTIVITY;
        if (family != Family.X_ACTIVITY) {
            subscriptions.addAutomatic(automatic(webhook, SubscriptionFilter.allEvents(user)));
        }
        if (family != Family.ACCOUNT_ACTIVITY) {
            subscriptions.addAutomatic(automatic(webhook, new SubscriptionFilter(user, EventTypes.ALL, null)));
        }
    }

    /** Subscribes the app's webhooks to this user. Returns false if the app has no webhook. */
    public boolean subscribe(Person user, App app) {
        List<Webhook> all = webhooks.all().stream()
                .filter(webhook -> webhook.app().id().equals(app.id()))
                .toList();
        all.forEach(webhook -> subscribeAutomatically(webhook, user.id()));
        return !all.isEmpty();
    }

    private Subscription automatic(Webhook webhook, SubscriptionFilter filter) {
        return subscription(webhook.app(), webhook, filter, null, true);
    }

    private Subscription subscription(
            App app, @Nullable Webhook webhook, SubscriptionFilter filter, @Nullable String tag, boolean automatic) {
        Instant now = clock.instant();
        String webhookId = webhook == null ? null : webhook.id();
        return new Subscription(Long.toString(ids.next()), app, webhookId, filter, tag, now, now, automatic);
    }
}
