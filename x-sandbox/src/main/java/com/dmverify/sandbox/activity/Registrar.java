package com.dmverify.sandbox.activity;

import com.dmverify.sandbox.Resettable;
import com.dmverify.sandbox.access.App;
import com.dmverify.sandbox.access.Apps;
import com.dmverify.sandbox.people.Snowflakes;
import com.dmverify.sandbox.webhook.Webhook;
import com.dmverify.sandbox.webhook.WebhookProperties;
import com.dmverify.sandbox.webhook.WebhookProperties.Family;
import com.dmverify.sandbox.webhook.Webhooks;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Registers webhooks and, where that is configured, subscribes the app's brands to them in the same breath. */
@Component
@Order(6)
public class Registrar implements Resettable {

    private final Webhooks webhooks;
    private final Subscriptions subscriptions;
    private final Apps apps;
    private final WebhookProperties properties;
    private final Snowflakes ids;
    private final Clock clock;

    Registrar(
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

    /** Waits for the challenge. Throws {@link com.dmverify.sandbox.webhook.NotRegistered}. */
    public Webhook register(App app, String url) {
        return register(app, url, false);
    }

    Webhook register(App app, String url, boolean configured) {
        Webhook webhook = webhooks.register(app, url, configured);
        imply(webhook);
        return webhook;
    }

    public void delete(Webhook webhook) {
        webhooks.delete(webhook.id());
        subscriptions.remove(subscription -> subscription.webhookId().equals(webhook.id()));
    }

    /** A new subscription, not yet kept. */
    public Subscription subscription(
            Webhook webhook, long user, @Nullable String eventType, @Nullable String direction, @Nullable String tag) {
        return new Subscription(
                Long.toString(ids.next()),
                webhook.app(),
                webhook.id(),
                user,
                eventType,
                direction,
                tag,
                clock.instant(),
                false);
    }

    @Override
    public void reset() {
        webhooks.all().forEach(this::imply);
    }

    private void imply(Webhook webhook) {
        if (!webhook.configured() && !properties.subscribeBrands()) {
            return;
        }
        Family family = webhook.configured() ? properties.family() : Family.ACCOUNT_ACTIVITY;
        for (long brand : apps.brandIds()) {
            if (!apps.appOf(brand).id().equals(webhook.app().id())) {
                continue;
            }
            if (family != Family.X_ACTIVITY) {
                subscriptions.imply(implied(webhook, brand, null));
            }
            if (family != Family.ACCOUNT_ACTIVITY) {
                subscriptions.imply(implied(webhook, brand, EventTypes.ALL));
            }
        }
    }

    private Subscription implied(Webhook webhook, long brand, @Nullable String eventType) {
        return new Subscription(
                Long.toString(ids.next()),
                webhook.app(),
                webhook.id(),
                brand,
                eventType,
                null,
                null,
                clock.instant(),
                true);
    }
}
