package com.dmverify.x.subscription;

import com.dmverify.x.Answer;
import com.dmverify.x.UserId;
import com.dmverify.x.call.Call;
import com.dmverify.x.call.Done;
import com.dmverify.x.call.Verb;
import com.dmverify.x.json.Ids;
import com.dmverify.x.json.Json;
import com.dmverify.x.wire.Wire;
import java.util.Map;

/**
 * Account Activity in v2, which X Activity replaces. Subscribing needs the credentials of the account that is subscribed,
 * everything else app-only ones. Source: X's page "Account Activity API".
 */
public final class AccountActivity {

    private static final String PATH = "/2/account_activity/";

    private final Wire wire;

    public AccountActivity(Wire wire) {
        this.wire = wire;
    }

    /** Subscribes the account whose credentials these are; done as well if it was subscribed before. */
    public Answer<Done> subscribe(String webhookId) {
        return wire.subscribe(Call.post(subscriptions(webhookId) + "/all", Map.of()));
    }

    /** Whether the account whose credentials these are is subscribed. */
    public Answer<Boolean> isSubscribed(String webhookId) {
        return wire.call(
                Call.get(subscriptions(webhookId) + "/all"), body -> Json.flag(body.path("data"), "subscribed"));
    }

    /** Ends a subscription; whether the account is subscribed still. */
    public Answer<Boolean> unsubscribe(String webhookId, UserId user) {
        return wire.call(
                Call.of(Verb.DELETE, subscriptions(webhookId) + "/" + user + "/all"),
                body -> Json.flag(body.path("data"), "subscribed"));
    }

    /** All accounts of a webhook. */
    public Answer<Subscribers> subscribers(String webhookId) {
        return wire.call(
                Call.get(subscriptions(webhookId) + "/all/list"), body -> Subscribers.read(Json.child(body, "data")));
    }

    /** How many subscriptions the app has. */
    public Answer<SubscriptionCount> count() {
        return wire.call(
                Call.get(PATH + "subscriptions/count"),
                body -> SubscriptionCount.read(Json.child(body, "data"), "subscriptions_count_all"));
    }

    private static String subscriptions(String webhookId) {
        return PATH + "webhooks/" + Ids.check("a webhook", webhookId) + "/subscriptions";
    }
}
