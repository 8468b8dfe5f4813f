package com.dmverify.cli.activity;

import static com.dmverify.cli.x.XAnswers.value;

import com.dmverify.cli.x.XOptions;
import com.dmverify.x.ApiVersion;
import com.dmverify.x.UserId;
import java.util.List;

/** Account Activity of v2. */
final class AccountActivityApi extends V2Webhooks {

    AccountActivityApi(XOptions x) {
        super(x);
    }

    @Override
    public List<Subscription> subscriptions(String webhookId) {
        return x.asApp(app -> value(app.accountActivity().subscribers(webhookId))).users().stream()
                .map(user -> Subscription.whole(user, webhookId))
                .toList();
    }

    @Override
    public List<Subscription> subscribe(String webhookId, List<String> eventTypes) {
        return x.asAccount(account -> {
            if (value(account.accountActivity().isSubscribed(webhookId))) {
                return List.of();
            }
            UserId id = value(account.users(ApiVersion.V2).me()).id();
            value(account.accountActivity().subscribe(webhookId));
            return List.of(Subscription.whole(id, webhookId));
        });
    }

    @Override
    public List<Subscription> unsubscribe(String webhookId, UserId user) {
        List<Subscription> ended = subscriptions(webhookId).stream()
                .filter(each -> user.equals(each.user()))
                .toList();
        if (!ended.isEmpty()) {
            x.asApp(app -> value(app.accountActivity().unsubscribe(webhookId, user)));
        }
        return ended;
    }
}
