package com.dmverify.sandbox.v1.activity;

import com.dmverify.sandbox.access.App;
import com.dmverify.sandbox.activity.Subscription;
import com.dmverify.sandbox.activity.SubscriptionFilter;
import com.dmverify.sandbox.activity.Subscriptions;
import com.dmverify.sandbox.activity.WebhookRegistration;
import com.dmverify.sandbox.decision.ApiRequest;
import com.dmverify.sandbox.error.ApiError;
import com.dmverify.sandbox.error.ApiException;
import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.http.Reply;
import com.dmverify.sandbox.person.Ids;
import com.dmverify.sandbox.webhook.Webhook;
import com.dmverify.sandbox.webhook.WebhookProperties;
import java.util.List;
import org.springframework.stereotype.Component;

/** Subscriptions of both APIs: 204 if subscribed, 404 if not, 409 with code 355 for a duplicate. */
@Component
class V1Subscriptions {

    private final Subscriptions subscriptions;
    private final WebhookRegistration registration;
    private final int most;

    V1Subscriptions(Subscriptions subscriptions, WebhookRegistration registration, WebhookProperties properties) {
        this.subscriptions = subscriptions;
        this.registration = registration;
        this.most = properties.mostSubscriptions();
    }

    Reply add(ApiRequest request, Webhook webhook) {
        if (subscriptions.accountActivity(webhook.app()).size() >= most) {
            throw ApiException.of(ApiError.TOO_MANY_RESOURCES);
        }
        SubscriptionFilter filter = SubscriptionFilter.allEvents(request.me().id());
        if (!subscriptions.add(registration.subscription(webhook.app(), webhook, filter, null))) {
            throw ApiException.of(ApiError.SUBSCRIPTION_EXISTS);
        }
        return Reply.noContent();
    }

    Reply check(ApiRequest request, Webhook webhook) {
        long me = request.me().id();
        if (of(webhook).stream().noneMatch(subscription -> subscription.userId() == me)) {
            throw ApiException.of(ApiError.PAGE_DOES_NOT_EXIST);
        }
        return Reply.noContent();
    }

    Reply remove(Webhook webhook, String userId) {
        long id = Ids.parse(userId).orElse(-1);
        boolean removed = subscriptions.remove(subscription ->
                !subscription.isXActivity() && subscription.userId() == id && subscription.isOn(webhook.id()));
        if (!removed) {
            throw ApiException.of(ApiError.PAGE_DOES_NOT_EXIST);
        }
        return Reply.noContent();
    }

    List<JsonObject> users(Webhook webhook) {
        return of(webhook).stream()
                .map(subscription -> JsonObject.of("user_id", Long.toString(subscription.userId())))
                .toList();
    }

    /** Returns the counts as text. */
    Reply count(App app) {
        return Reply.json(
                200,
                JsonObject.of("account_name", app.name())
                        .with(
                                "subscriptions_count",
                                Integer.toString(
                                        subscriptions.accountActivity(app).size()))
                        .with("provisioned_count", Integer.toString(most)));
    }

    private List<Subscription> of(Webhook webhook) {
        return subscriptions.accountActivity(webhook.app()).stream()
                .filter(subscription -> subscription.isOn(webhook.id()))
                .toList();
    }
}
