package com.dmverify.sandbox.v2.webhook;

import com.dmverify.sandbox.activity.Interest;
import com.dmverify.sandbox.activity.Registrar;
import com.dmverify.sandbox.activity.Subscription;
import com.dmverify.sandbox.activity.Subscriptions;
import com.dmverify.sandbox.decision.Attempt;
import com.dmverify.sandbox.decision.Endpoint;
import com.dmverify.sandbox.decision.XDoor;
import com.dmverify.sandbox.people.Ids;
import com.dmverify.sandbox.refusal.Refused;
import com.dmverify.sandbox.v2.V2Parameters;
import com.dmverify.sandbox.webhook.Webhook;
import com.dmverify.sandbox.webhook.WebhookProperties;
import com.dmverify.sandbox.webhook.Webhooks;
import com.dmverify.sandbox.wire.Fields;
import com.dmverify.sandbox.wire.Reply;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code /2/account_activity}: subscriptions of users to an app's webhook. */
@Configuration(proxyBeanMethods = false)
class V2AccountActivity {

    private static final String ALL = "/2/account_activity/webhooks/{webhook_id}/subscriptions/";

    private final XDoor door;
    private final Webhooks webhooks;
    private final Subscriptions subscriptions;
    private final Registrar registrar;
    private final int most;

    V2AccountActivity(
            XDoor door,
            Webhooks webhooks,
            Subscriptions subscriptions,
            Registrar registrar,
            WebhookProperties properties) {
        this.door = door;
        this.webhooks = webhooks;
        this.subscriptions = subscriptions;
        this.registrar = registrar;
        this.most = properties.mostSubscriptions();
    }

    @Bean
    @Order(9)
    RouterFunction<ServerResponse> v2AccountActivityRoutes() {
        return RouterFunctions.route()
                .POST(ALL + "all", door.to(Endpoint.V2_SUBSCRIBE_ME, this::subscribe))
                .GET(ALL + "all", door.to(Endpoint.V2_SUBSCRIBE_ME, this::isSubscribed))
                .GET(ALL + "all/list", door.to(Endpoint.V2_SUBSCRIPTIONS, this::list))
                .DELETE(ALL + "{user_id}/all", door.to(Endpoint.V2_SUBSCRIPTIONS, this::unsubscribe))
                .GET("/2/account_activity/subscriptions/count", door.to(Endpoint.V2_SUBSCRIPTIONS, this::count))
                .build();
    }

    private Reply subscribe(Attempt attempt) {
        Webhook webhook = webhook(attempt);
        if (subscriptions.accountActivity(webhook.app()).size() >= most) {
            throw Refused.reason(403, "SubscriptionLimitExceeded", "SubscriptionLimitExceeded: at most " + most + ".");
        }
        if (!subscriptions.add(registrar.subscription(
                webhook.app(), webhook, Interest.inEverything(attempt.me().id()), null))) {
            throw Refused.reason(
                    409, "DuplicateSubscriptionFailed", "DuplicateSubscriptionFailed: Subscription already exists.");
        }
        return subscribed(true);
    }

    private Reply isSubscribed(Attempt attempt) {
        Webhook webhook = webhook(attempt);
        return subscribed(of(webhook).stream()
                .anyMatch(subscription -> subscription.userId() == attempt.me().id()));
    }

    private Reply unsubscribe(Attempt attempt) {
        Webhook webhook = webhook(attempt);
        String user = attempt.call().path("user_id");
        long id = Ids.parse(user).orElseThrow(() -> V2Parameters.notValid("user_id", user));
        boolean removed = subscriptions.remove(subscription ->
                !subscription.isXActivity() && subscription.userId() == id && subscription.isOn(webhook.id()));
        if (!removed) {
            throw Refused.reason(404, "SubscriptionNotFound", "SubscriptionNotFound: user [" + user + "].");
        }
        return subscribed(false);
    }

    private Reply list(Attempt attempt) {
        Webhook webhook = webhook(attempt);
        List<Fields> users = of(webhook).stream()
                .map(subscription -> Fields.of("user_id", Long.toString(subscription.userId())))
                .toList();
        Fields data = Fields.of("application_id", webhook.app().id())
                .with("webhook_id", webhook.id())
                .with("webhook_url", webhook.url().toString())
                .with("subscriptions", users);
        return Reply.json(200, Fields.of("data", data));
    }

    /** Numbers as text. */
    private Reply count(Attempt attempt) {
        int all = subscriptions.accountActivity(attempt.caller().app()).size();
        Fields data = Fields.of("account_name", attempt.caller().app().name())
                .with("provisioned_count", Integer.toString(most))
                .with("subscriptions_count_all", Integer.toString(all))
                .with("subscriptions_count_direct_messages", "0");
        return Reply.json(200, Fields.of("data", data));
    }

    private Webhook webhook(Attempt attempt) {
        return V2Webhooks.find(webhooks, attempt, attempt.call().path("webhook_id"));
    }

    private List<Subscription> of(Webhook webhook) {
        return subscriptions.accountActivity(webhook.app()).stream()
                .filter(subscription -> subscription.isOn(webhook.id()))
                .toList();
    }

    private static Reply subscribed(boolean is) {
        return Reply.json(200, Fields.of("data", Fields.of("subscribed", is)));
    }
}
