package com.dmverify.sandbox.v1.activity;

import com.dmverify.sandbox.access.App;
import com.dmverify.sandbox.activity.Interest;
import com.dmverify.sandbox.activity.Registrar;
import com.dmverify.sandbox.activity.Subscription;
import com.dmverify.sandbox.activity.Subscriptions;
import com.dmverify.sandbox.decision.Attempt;
import com.dmverify.sandbox.people.Ids;
import com.dmverify.sandbox.refusal.Refusal;
import com.dmverify.sandbox.refusal.Refused;
import com.dmverify.sandbox.webhook.Webhook;
import com.dmverify.sandbox.webhook.WebhookProperties;
import com.dmverify.sandbox.wire.Fields;
import com.dmverify.sandbox.wire.Reply;
import java.util.List;
import org.springframework.stereotype.Component;

/** What both kinds do with subscriptions: 204 for yes, 404 for no, 409 with code 355 for a second one. */
@Component
class V1Subscribers {

    private final Subscriptions subscriptions;
    private final Registrar registrar;
    private final int most;

    V1Subscribers(Subscriptions subscriptions, Registrar registrar, WebhookProperties properties) {
        this.subscriptions = subscriptions;
        this.registrar = registrar;
        this.most = properties.mostSubscriptions();
    }

    Reply add(Attempt attempt, Webhook webhook) {
        if (subscriptions.accountActivity(webhook.app()).size() >= most) {
            throw Refused.because(Refusal.TOO_MANY_RESOURCES);
        }
        Interest interest = Interest.inEverything(attempt.me().id());
        if (!subscriptions.add(registrar.subscription(webhook.app(), webhook, interest, null))) {
            throw Refused.because(Refusal.SUBSCRIPTION_EXISTS);
        }
        return Reply.noContent();
    }

    Reply check(Attempt attempt, Webhook webhook) {
        long me = attempt.me().id();
        if (of(webhook).stream().noneMatch(subscription -> subscription.userId() == me)) {
            throw Refused.because(Refusal.PAGE_DOES_NOT_EXIST);
        }
        return Reply.noContent();
    }

    Reply remove(Webhook webhook, String userId) {
        long id = Ids.parse(userId).orElse(-1);
        boolean removed = subscriptions.remove(subscription ->
                !subscription.isXActivity() && subscription.userId() == id && subscription.isOn(webhook.id()));
        if (!removed) {
            throw Refused.because(Refusal.PAGE_DOES_NOT_EXIST);
        }
        return Reply.noContent();
    }

    List<Fields> users(Webhook webhook) {
        return of(webhook).stream()
                .map(subscription -> Fields.of("user_id", Long.toString(subscription.userId())))
                .toList();
    }

    /** Numbers as text. */
    Reply count(App app) {
        return Reply.json(
                200,
                Fields.of("account_name", app.name())
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
