package com.dmverify.x.subscription;

import com.dmverify.x.Answer;
import com.dmverify.x.UserId;
import com.dmverify.x.call.Call;
import com.dmverify.x.call.Done;
import com.dmverify.x.call.Verb;
import com.dmverify.x.json.Ids;
import com.dmverify.x.wire.Wire;
import java.net.URI;
import java.time.Instant;

/**
 * Account Activity of v1.1, Enterprise. Credentials as in {@link PremiumAccountActivity}. Source: X's archived page
 * "Account Activity API: Enterprise".
 */
public final class EnterpriseAccountActivity {

    private static final String PATH = "/1.1/account_activity";

    private final Wire wire;

    public EnterpriseAccountActivity(Wire wire) {
        this.wire = wire;
    }

    /** Registers an address; X challenges it before it answers this call. */
    public Answer<Webhook> createWebhook(URI url) {
        return wire.call(Call.of(Verb.POST, PATH + "/webhooks.json").with("url", url.toString()), Webhook::read);
    }

    /** Challenges it now, which also brings an invalid one back. */
    public Answer<Done> validateWebhook(String id) {
        return wire.call(Call.of(Verb.PUT, webhook(id) + ".json"), Done::read);
    }

    /** Delivers there no more. */
    public Answer<Done> deleteWebhook(String id) {
        return wire.call(Call.of(Verb.DELETE, webhook(id) + ".json"), Done::read);
    }

    /** Subscribes the account whose credentials these are; done as well if it was subscribed before. */
    public Answer<Done> subscribe(String webhookId) {
        return wire.subscribe(Call.of(Verb.POST, webhook(webhookId) + "/subscriptions/all.json"));
    }

    /** Whether the account whose credentials these are is subscribed. */
    public Answer<Boolean> isSubscribed(String webhookId) {
        return wire.isThere(Call.get(webhook(webhookId) + "/subscriptions/all.json"));
    }

    /** All accounts of a webhook. */
    public Answer<Subscribers> subscribers(String webhookId) {
        return wire.call(Call.get(webhook(webhookId) + "/subscriptions/all/list.json"), Subscribers::read);
    }

    /** Ends a subscription. */
    public Answer<Done> unsubscribe(String webhookId, UserId user) {
        return wire.call(Call.of(Verb.DELETE, webhook(webhookId) + "/subscriptions/" + user + "/all.json"), Done::read);
    }

    /** How many subscriptions the app has. */
    public Answer<SubscriptionCount> count() {
        return wire.call(
                Call.get(PATH + "/subscriptions/count.json"),
                body -> SubscriptionCount.read(body, "subscriptions_count"));
    }

    /** Delivers again what happened between two times of the last 5 days. */
    public Answer<ReplayJob> replay(String webhookId, Instant from, Instant to) {
        String path = PATH + "/replay/webhooks/" + Ids.check("a webhook", webhookId) + "/subscriptions/all.json";
        return wire.call(ReplayJob.range(Call.of(Verb.POST, path), from, to), ReplayJob::read);
    }

    private static String webhook(String id) {
        return PATH + "/webhooks/" + Ids.check("a webhook", id);
    }
}
