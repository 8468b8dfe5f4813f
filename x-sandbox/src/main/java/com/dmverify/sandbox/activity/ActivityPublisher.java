package com.dmverify.sandbox.activity;

import com.dmverify.sandbox.activity.Activity.AccessRevoked;
import com.dmverify.sandbox.activity.Activity.RelationshipChanged;
import com.dmverify.sandbox.http.Json;
import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.webhook.delivery.DeliveryDispatcher;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Delivers an activity to its subscribers, once for each subscription. */
@Component
class ActivityPublisher {

    private final Subscriptions subscriptions;
    private final AccountActivityPayload accountActivity;
    private final XActivityPayload xActivity;
    private final DeliveryDispatcher dispatcher;
    private final ChangeStream changes;

    ActivityPublisher(
            Subscriptions subscriptions,
            AccountActivityPayload accountActivity,
            XActivityPayload xActivity,
            DeliveryDispatcher dispatcher,
            ChangeStream changes) {
        this.subscriptions = subscriptions;
        this.accountActivity = accountActivity;
        this.xActivity = xActivity;
        this.dispatcher = dispatcher;
        this.changes = changes;
    }

    void publish(Activity activity) {
        changes.happened();
        if (subscriptions.isEmpty()) {
            return;
        }
        for (long user : activity.concerned()) {
            Set<String> delivered = new HashSet<>();
            for (Subscription subscription : subscriptions.about(user)) {
                if (wants(subscription, activity) && isFirst(delivered, subscription, activity)) {
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
        JsonObject payload =
                subscription.isXActivity() ? xActivity.of(activity, subscription) : accountActivity.of(activity, user);
        dispatcher.send(webhook, activity.typeFor(user), Json.bytes(payload), activity.otherThan(user));
    }

    private static boolean wants(Subscription subscription, Activity activity) {
        if (activity instanceof AccessRevoked revoked) {
            return subscription.app().id().equals(revoked.appId());
        }
        String eventType = subscription.filter().eventType();
        if (eventType == null) {
            return true;
        }
        String type = activity.typeFor(subscription.userId());
        return (eventType.equals(EventTypes.ALL) || eventType.equals(type)) && isDirection(subscription, activity);
    }

    /** {@code oauth.revoke} has no subscription: each webhook gets it once in each payload format. */
    private static boolean isFirst(Set<String> delivered, Subscription subscription, Activity activity) {
        return !(activity instanceof AccessRevoked)
                || delivered.add(subscription.isXActivity() + "@" + subscription.webhookId());
    }

    private static boolean isDirection(Subscription subscription, Activity activity) {
        String direction = subscription.filter().direction();
        if (direction == null || !(activity instanceof RelationshipChanged related)) {
            return true;
        }
        return direction.equals("inbound") == (related.target().id() == subscription.userId());
    }
}
