package com.dmverify.cli.activity;

import static com.dmverify.cli.x.XAnswers.value;

import com.dmverify.cli.terminal.CommandFailedException;
import com.dmverify.cli.x.XOptions;
import com.dmverify.x.ApiVersion;
import com.dmverify.x.UserId;
import com.dmverify.x.subscription.Webhook;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/** Account Activity of v1.1, Premium: an environment has one webhook, and its subscriptions are the environment's. */
final class PremiumApi implements ActivityApi {

    private final XOptions x;
    private final String environment;

    PremiumApi(XOptions x, String environment) {
        this.x = x;
        this.environment = environment;
    }

    @Override
    public List<Webhook> webhooks() {
        return x.asApp(app -> value(app.premiumAccountActivity(environment).webhooks()));
    }

    @Override
    public Webhook register(URI url) {
        return x.asAccount(
                owner -> value(owner.premiumAccountActivity(environment).createWebhook(url)));
    }

    @Override
    public boolean validate(String webhookId) {
        x.asAccount(owner -> value(owner.premiumAccountActivity(environment).validateWebhook(webhookId)));
        return webhooks().stream().anyMatch(each -> each.id().equals(webhookId) && each.valid());
    }

    @Override
    public void delete(String webhookId) {
        x.asAccount(owner -> value(owner.premiumAccountActivity(environment).deleteWebhook(webhookId)));
    }

    @Override
    public List<Subscription> subscriptions(String webhookId) {
        return x.asApp(app -> value(app.premiumAccountActivity(environment).subscribers())).users().stream()
                .map(user -> Subscription.whole(user, webhookId))
                .toList();
    }

    @Override
    public List<Subscription> subscribe(String webhookId, List<String> eventTypes) {
        return x.asAccount(account -> {
            if (value(account.premiumAccountActivity(environment).isSubscribed())) {
                return List.of();
            }
            UserId id = value(account.users(ApiVersion.V1_1).me()).id();
            value(account.premiumAccountActivity(environment).subscribe());
            return List.of(Subscription.whole(id, webhookId));
        });
    }

    @Override
    public List<Subscription> unsubscribe(String webhookId, UserId user) {
        List<Subscription> ended = subscriptions(webhookId).stream()
                .filter(each -> user.equals(each.user()))
                .toList();
        if (!ended.isEmpty()) {
            x.asApp(app -> value(app.premiumAccountActivity(environment).unsubscribe(user)));
        }
        return ended;
    }

    @Override
    public String replay(String webhookId, Instant from, Instant to) {
        throw new CommandFailedException("X has no replay for premium. dm-sender looks at the conversations itself.");
    }
}
