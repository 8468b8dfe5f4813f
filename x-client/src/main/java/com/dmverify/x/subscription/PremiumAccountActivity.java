package com.dmverify.x.subscription;

import com.dmverify.x.Answer;
import com.dmverify.x.UserId;
import com.dmverify.x.call.Call;
import com.dmverify.x.call.Done;
import com.dmverify.x.call.HttpMethod;
import com.dmverify.x.http.CallExecutor;
import com.dmverify.x.json.Ids;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Webhooks and subscriptions of Account Activity of v1.1, Premium, in one environment. Webhooks need the app owner's
 * OAuth 1.0a keys, subscribing those of the account, lists and removals app-only credentials. Source: X's archived page
 * "Account Activity API: Premium".
 */
public final class PremiumAccountActivity {

    private static final String ALL = "/1.1/account_activity/all/";
    private static final Pattern ENVIRONMENT = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final CallExecutor executor;
    private final String environment;

    /** For one environment, by its name in X's portal. */
    public PremiumAccountActivity(CallExecutor executor, String environment) {
        if (!ENVIRONMENT.matcher(environment).matches()) {
            throw new IllegalArgumentException("an environment is named by letters, digits, hyphens and underscores");
        }
        this.executor = executor;
        this.environment = environment;
    }

    /** Registers a URL. X sends a CRC check to it before it answers this call. */
    public Answer<Webhook> createWebhook(URI url) {
        return executor.execute(
                Call.of(HttpMethod.POST, path("/webhooks.json")).with("url", url.toString()), Webhook::read);
    }

    /** The environment's webhooks. */
    public Answer<List<Webhook>> webhooks() {
        return executor.execute(Call.get(path("/webhooks.json")), Webhook::readAll);
    }

    /** Requests a CRC check now, which also makes an invalid webhook valid again. */
    public Answer<Done> validateWebhook(String id) {
        return executor.execute(Call.of(HttpMethod.PUT, webhook(id)), Done::read);
    }

    /** Deletes a webhook. */
    public Answer<Done> deleteWebhook(String id) {
        return executor.execute(Call.of(HttpMethod.DELETE, webhook(id)), Done::read);
    }

    /** Subscribes the account of the credentials. Succeeds also if it was subscribed before. */
    public Answer<Done> subscribe() {
        return executor.subscribe(Call.of(HttpMethod.POST, path("/subscriptions.json")));
    }

    /** Whether the account of the credentials is subscribed. */
    public Answer<Boolean> isSubscribed() {
        return executor.isThere(Call.get(path("/subscriptions.json")));
    }

    /** All accounts of the environment. */
    public Answer<Subscribers> subscribers() {
        return executor.execute(Call.get(path("/subscriptions/list.json")), Subscribers::read);
    }

    /** Ends a subscription. */
    public Answer<Done> unsubscribe(UserId user) {
        return executor.execute(Call.of(HttpMethod.DELETE, path("/subscriptions/" + user + ".json")), Done::read);
    }

    /** How many subscriptions the app has, over all environments. */
    public Answer<SubscriptionCount> count() {
        return executor.execute(
                Call.get(ALL + "subscriptions/count.json"),
                body -> SubscriptionCount.read(body, "subscriptions_count"));
    }

    private String path(String rest) {
        return ALL + environment + rest;
    }

    private String webhook(String id) {
        return path("/webhooks/" + Ids.check("a webhook", id) + ".json");
    }
}
