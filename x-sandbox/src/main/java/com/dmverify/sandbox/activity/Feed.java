package com.dmverify.sandbox.activity;

import com.dmverify.sandbox.activity.Activity.Related;
import com.dmverify.sandbox.webhook.Dispatch;
import com.dmverify.sandbox.wire.Fields;
import com.dmverify.sandbox.wire.Json;
import org.springframework.stereotype.Component;

/** Tells what happened to whoever subscribed: one delivery for each subscription. */
@Component
class Feed {

    private final Subscriptions subscriptions;
    private final AccountActivityPayload accountActivity;
    private final XActivityPayload xActivity;
    private final Dispatch dispatch;
    private final Changes changes;

    Feed(
            Subscriptions subscriptions,
            AccountActivityPayload accountActivity,
            XActivityPayload xActivity,
            Dispatch dispatch,
            Changes changes) {
        this.subscriptions = subscriptions;
        this.accountActivity = accountActivity;
        this.xActivity = xActivity;
        this.dispatch = dispatch;
        this.changes = changes;
    }

    void publish(Activity activity) {
        changes.happened();
        if (subscriptions.isEmpty()) {
            return;
        }
        for (long user : activity.concerned()) {
            subscriptions.about(user).stream()
                    .filter(subscription -> wants(subscription, activity))
                    .forEach(subscription -> send(subscription, activity));
        }
    }

    private void send(Subscription subscription, Activity activity) {
        long user = subscription.userId();
        Fields payload =
                subscription.isXActivity() ? xActivity.of(activity, subscription) : accountActivity.of(activity, user);
        dispatch.send(subscription.webhookId(), activity.typeFor(user), Json.bytes(payload), activity.otherThan(user));
    }

    private static boolean wants(Subscription subscription, Activity activity) {
        String eventType = subscription.eventType();
        if (eventType == null) {
            return true;
        }
        String type = activity.typeFor(subscription.userId());
        return (eventType.equals(EventTypes.ALL) || eventType.equals(type)) && isDirection(subscription, activity);
    }

    private static boolean isDirection(Subscription subscription, Activity activity) {
        String direction = subscription.direction();
        if (direction == null || !(activity instanceof Related related)) {
            return true;
        }
        return direction.equals("inbound") == (related.target().id() == subscription.userId());
    }
}
