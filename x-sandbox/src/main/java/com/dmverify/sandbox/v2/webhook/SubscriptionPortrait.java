package com.dmverify.sandbox.v2.webhook;

import com.dmverify.sandbox.activity.Subscription;
import com.dmverify.sandbox.portrait.IsoTime;
import com.dmverify.sandbox.v2.webhook.ActivityProperties.CreatedAnswer;
import com.dmverify.sandbox.wire.Fields;
import java.util.List;

/** How an X Activity subscription looks. */
final class SubscriptionPortrait {

    private SubscriptionPortrait() {}

    static Fields of(Subscription subscription) {
        Fields filter = Fields.of("user_id", Long.toString(subscription.userId()))
                .with("direction", subscription.interest().direction());
        return Fields.of("subscription_id", subscription.id())
                .with("event_type", subscription.interest().eventType())
                .with("filter", filter)
                .with("created_at", IsoTime.of(subscription.createdAt()))
                .with("updated_at", IsoTime.of(subscription.updatedAt()))
                .with("tag", subscription.tag())
                .with("webhook_id", subscription.webhookId());
    }

    static Fields created(Subscription subscription, CreatedAnswer answer, int total) {
        Fields portrait = of(subscription);
        return switch (answer) {
            case LIST -> Fields.of("data", List.of(portrait)).with("meta", total(total));
            case OBJECT -> Fields.of("data", portrait);
            case NESTED -> Fields.of("data", Fields.of("subscription", portrait));
        };
    }

    static Fields total(int total) {
        return Fields.of("total_subscriptions", total);
    }
}
