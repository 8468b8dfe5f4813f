package com.dmverify.x.subscription;

import com.dmverify.x.Answer;
import com.dmverify.x.UserId;
import com.dmverify.x.call.Call;
import com.dmverify.x.call.Done;
import com.dmverify.x.call.HttpMethod;
import com.dmverify.x.http.CallExecutor;
import com.dmverify.x.json.Ids;
import com.dmverify.x.json.Json;
import java.util.Map;

/**
 * Subscriptions of Account Activity in v2, which X Activity replaces. Subscribing needs the credentials of the
 * subscribed account, every other call app-only credentials. Source: X's page "Account Activity API".
 */
public final class AccountActivity {

    private static final String PATH = "/2/account_activity/";

    private final CallExecutor executor;

    public AccountActivity(CallExecutor executor) {
        this.executor = executor;
    }

    /** Subscribes the account of the credentials. Succeeds also if it was subscribed before. */
    public Answer<Done> subscribe(String webhookId) {
        return executor.subscribe(Call.post(subscriptions(webhookId) + "/all", Map.of()));
    }

    /** Whether the account of the credentials is subscribed. */
    public Answer<Boolean> isSubscribed(String webhookId) {
        return executor.execute(
                Call.get(subscriptions(webhookId) + "/all"), body -> Json.flag(body.path("data"), "subscribed"));
    }

    /** Ends a subscription. Returns whether the account is still subscribed. */
    public Answer<Boolean> unsubscribe(String webhookId, UserId user) {
        return executor.execute(
                Call.of(HttpMethod.DELETE, subscriptions(webhookId) + "/" + user + "/all"),
                body -> Json.flag(body.path("data"), "subscribed"));
    }

    /** All accounts of a webhook. */
    public Answer<Subscribers> subscribers(String webhookId) {
        return executor.execute(
                Call.get(subscriptions(webhookId) + "/all/list"), body -> Subscribers.read(Json.child(body, "data")));
    }

    /** How many subscriptions the app has. */
    public Answer<SubscriptionCount> count() {
        return executor.execute(
                Call.get(PATH + "subscriptions/count"),
                body -> SubscriptionCount.read(Json.child(body, "data"), "subscriptions_count_all"));
    }

    private static String subscriptions(String webhookId) {
        return PATH + "webhooks/" + Ids.check("a webhook", webhookId) + "/subscriptions";
    }
}
