package com.dmverify.sandbox.activity;

import com.dmverify.sandbox.activity.Activity.Related;
import com.dmverify.sandbox.activity.Activity.Revoked;
import com.dmverify.sandbox.webhook.delivery.Dispatch;
import com.dmverify.sandbox.wire.Fields;
import com.dmverify.sandbox.wire.Json;
import java.util.HashSet;
import java.util.Set;
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
            Set<String> told = new HashSet<>();
            for (Subscription subscription : subscriptions.about(user)) {
                if (wants(subscription, activity) && isFirst(told, subscription, activity)) {
                    send(subscription, activity);
                }
            }
        }
    }

    private void send(Subscription subscription, Activity activity) {
        String webhook = subscription.webhookId();
        if (webhook == null) {
            return;
        }
        long user = subscription.userId();
        Fields payload =
                subscription.isXActivity() ? xActivity.of(activity, subscription) : accountActivity.of(activity, user);
        dispatch.send(webhook, activity.typeFor(user), Json.bytes(payload), activity.otherThan(user));
    }

    private static boolean wants(Subscription subscription, Activity activity) {
        if (activity instanceof Revoked revoked) {
            return subscription.app().id().equals(revoked.appId());
        }
        String eventType = subscription.interest().eventType();
        if (eventType == null) {
            return true;
        }
        String type = activity.typeFor(subscription.userId());
        return (eventType.equals(EventTypes.ALL) || eventType.equals(type)) && isDirection(subscription, activity);
    }

    /** {@code oauth.revoke} cannot be subscribed to: each webhook hears of it once in each family. */
    private static boolean isFirst(Set<String> told, Subscription subscription, Activity activity) {
        return !(activity instanceof Revoked) || told.add(subscription.isXActivity() + "@" + subscription.webhookId());
    }

    private static boolean isDirection(Subscription subscription, Activity activity) {
        String direction = subscription.interest().direction();
        if (direction == null || !(activity instanceof Related related)) {
            return true;
        }
        return direction.equals("inbound") == (related.target().id() == subscription.userId());
    }
}
