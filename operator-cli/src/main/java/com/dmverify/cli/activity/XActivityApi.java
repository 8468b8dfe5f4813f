package com.dmverify.cli.activity;

import static com.dmverify.cli.x.XAnswers.value;

import com.dmverify.cli.x.XOptions;
import com.dmverify.x.ApiVersion;
import com.dmverify.x.UserId;
import com.dmverify.x.subscription.ActivitySubscription;
import com.dmverify.x.subscription.ActivitySubscriptions;
import java.util.ArrayList;
import java.util.List;

/** X Activity: one subscription for each account and type of event. */
final class XActivityApi extends V2Webhooks {

    private static final String TAG = "dm-verify";

    XActivityApi(XOptions x) {
        super(x);
    }

    @Override
    public List<Subscription> subscriptions(String webhookId) {
        return x.asApp(app -> value(app.activitySubscriptions().list())).stream()
                .filter(each -> webhookId.equals(each.webhookId()))
                .map(XActivityApi::read)
                .toList();
    }

    @Override
    public List<Subscription> subscribe(String webhookId, List<String> eventTypes) {
        List<Subscription> before = subscriptions(webhookId);
        return x.asAccount(client -> {
            UserId account = value(client.users(ApiVersion.V2).me()).id();
            List<Subscription> added = new ArrayList<>();
            for (String eventType : eventTypes) {
                if (before.stream()
                        .noneMatch(each -> account.equals(each.user()) && eventType.equals(each.eventType()))) {
                    added.add(read(value(client.activitySubscriptions().create(eventType, account, TAG, webhookId))));
                }
            }
            return List.copyOf(added);
        });
    }

    @Override
    public List<Subscription> unsubscribe(String webhookId, UserId user) {
        List<Subscription> ended = subscriptions(webhookId).stream()
                .filter(each -> user.equals(each.user()))
                .toList();
        x.asApp(app -> {
            ActivitySubscriptions all = app.activitySubscriptions();
            ended.forEach(each -> value(all.delete(String.valueOf(each.id()))));
            return ended.size();
        });
        return ended;
    }

    private static Subscription read(ActivitySubscription subscription) {
        return new Subscription(
                subscription.id(), subscription.user(), subscription.eventType(), subscription.webhookId());
    }
}
