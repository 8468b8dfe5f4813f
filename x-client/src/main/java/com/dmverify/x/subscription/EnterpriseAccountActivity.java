package com.dmverify.x.subscription;

import com.dmverify.x.Answer;
import com.dmverify.x.UserId;
import com.dmverify.x.call.Call;
import com.dmverify.x.call.Done;
import com.dmverify.x.call.HttpMethod;
import com.dmverify.x.http.CallExecutor;
import com.dmverify.x.json.Ids;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * Webhooks and subscriptions of Account Activity of v1.1, Enterprise. Credentials as in {@link PremiumAccountActivity}.
 * Source: X's archived page "Account Activity API: Enterprise".
 */
public final class EnterpriseAccountActivity {

    private static final String PATH = "/1.1/account_activity";

    private final CallExecutor executor;

    public EnterpriseAccountActivity(CallExecutor executor) {
        this.executor = executor;
    }

    /** Registers a URL. X sends a CRC check to it before it answers this call. */
    public Answer<Webhook> createWebhook(URI url) {
        return executor.execute(
                Call.of(HttpMethod.POST, PATH + "/webhooks.json").with("url", url.toString()), Webhook::read);
    }

    /** The app's webhooks. */
    public Answer<List<Webhook>> webhooks() {
        return executor.execute(Call.get(PATH + "/webhooks.json"), Webhook::readAll);
    }

    /** Requests a CRC check now, which also makes an invalid webhook valid again. */
    public Answer<Done> validateWebhook(String id) {
        return executor.execute(Call.of(HttpMethod.PUT, webhook(id) + ".json"), Done::read);
    }

    /** Deletes a webhook. */
    public Answer<Done> deleteWebhook(String id) {
        return executor.execute(Call.of(HttpMethod.DELETE, webhook(id) + ".json"), Done::read);
    }

    /** Subscribes the account of the credentials. Succeeds also if it was subscribed before. */
    public Answer<Done> subscribe(String webhookId) {
        return executor.subscribe(Call.of(HttpMethod.POST, webhook(webhookId) + "/subscriptions/all.json"));
    }

    /** Whether the account of the credentials is subscribed. */
    public Answer<Boolean> isSubscribed(String webhookId) {
        return executor.isThere(Call.get(webhook(webhookId) + "/subscriptions/all.json"));
    }

    /** All accounts of a webhook. */
    public Answer<Subscribers> subscribers(String webhookId) {
        return executor.execute(Call.get(webhook(webhookId) + "/subscriptions/all/list.json"), Subscribers::read);
    }

    /** Ends a subscription. */
    public Answer<Done> unsubscribe(String webhookId, UserId user) {
        return executor.execute(
                Call.of(HttpMethod.DELETE, webhook(webhookId) + "/subscriptions/" + user + "/all.json"), Done::read);
    }

    /** How many subscriptions the app has. */
    public Answer<SubscriptionCount> count() {
        return executor.execute(
                Call.get(PATH + "/subscriptions/count.json"),
                body -> SubscriptionCount.read(body, "subscriptions_count"));
    }

    /** Requests a replay of the events between two times of the last 5 days. */
    public Answer<ReplayJob> replay(String webhookId, Instant from, Instant to) {
        String path = PATH + "/replay/webhooks/" + Ids.check("a webhook", webhookId) + "/subscriptions/all.json";
        return executor.execute(ReplayJob.range(Call.of(HttpMethod.POST, path), from, to), ReplayJob::read);
    }

    private static String webhook(String id) {
        return PATH + "/webhooks/" + Ids.check("a webhook", id);
    }
}
