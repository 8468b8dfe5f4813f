package com.dmverify.sandbox.v2.webhook;

import com.dmverify.sandbox.activity.Subscription;
import com.dmverify.sandbox.activity.SubscriptionFilter;
import com.dmverify.sandbox.activity.Subscriptions;
import com.dmverify.sandbox.activity.WebhookRegistration;
import com.dmverify.sandbox.decision.ApiHandlers;
import com.dmverify.sandbox.decision.ApiRequest;
import com.dmverify.sandbox.decision.Endpoint;
import com.dmverify.sandbox.error.ApiException;
import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.http.Reply;
import com.dmverify.sandbox.person.Ids;
import com.dmverify.sandbox.v2.V2Parameters;
import com.dmverify.sandbox.webhook.Webhook;
import com.dmverify.sandbox.webhook.WebhookProperties;
import com.dmverify.sandbox.webhook.Webhooks;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code /2/account_activity}: subscriptions of users to an app's webhook. */
@Configuration(proxyBeanMethods = false)
class V2AccountActivityRoutes {

    private static final String ALL = "/2/account_activity/webhooks/{webhook_id}/subscriptions/";

    private final ApiHandlers handlers;
    private final Webhooks webhooks;
    private final Subscriptions subscriptions;
    private final WebhookRegistration registration;
    private final int most;

    V2AccountActivityRoutes(
            ApiHandlers handlers,
            Webhooks webhooks,
            Subscriptions subscriptions,
            WebhookRegistration registration,
            WebhookProperties properties) {
        this.handlers = handlers;
        this.webhooks = webhooks;
        this.subscriptions = subscriptions;
        this.registration = registration;
        this.most = properties.mostSubscriptions();
    }

    @Bean
    @Order(9)
    RouterFunction<ServerResponse> v2AccountActivityRouterFunction() {
        return RouterFunctions.route()
                .POST(ALL + "all", handlers.handle(Endpoint.V2_SUBSCRIBE_ME, this::subscribe))
                .GET(ALL + "all", handlers.handle(Endpoint.V2_SUBSCRIBE_ME, this::isSubscribed))
                .GET(ALL + "all/list", handlers.handle(Endpoint.V2_SUBSCRIPTIONS, this::list))
                .DELETE(ALL + "{user_id}/all", handlers.handle(Endpoint.V2_SUBSCRIPTIONS, this::unsubscribe))
                .GET("/2/account_activity/subscriptions/count", handlers.handle(Endpoint.V2_SUBSCRIPTIONS, this::count))
                .build();
    }

    private Reply subscribe(ApiRequest request) {
        Webhook webhook = webhook(request);
        if (subscriptions.accountActivity(webhook.app()).size() >= most) {
            throw ApiException.reason(
                    403, "SubscriptionLimitExceeded", "SubscriptionLimitExceeded: at most " + most + ".");
        }
        if (!subscriptions.add(registration.subscription(
                webhook.app(),
                webhook,
                SubscriptionFilter.allEvents(request.me().id()),
                null))) {
            throw ApiException.reason(
                    409, "DuplicateSubscriptionFailed", "DuplicateSubscriptionFailed: Subscription already exists.");
        }
        return subscribed(true);
    }

    private Reply isSubscribed(ApiRequest request) {
        Webhook webhook = webhook(request);
        return subscribed(of(webhook).stream()
                .anyMatch(subscription -> subscription.userId() == request.me().id()));
    }

    private Reply unsubscribe(ApiRequest request) {
        Webhook webhook = webhook(request);
        String user = request.call().path("user_id");
        long id = Ids.parse(user).orElseThrow(() -> V2Parameters.notValid("user_id", user));
        boolean removed = subscriptions.remove(subscription ->
                !subscription.isXActivity() && subscription.userId() == id && subscription.isOn(webhook.id()));
        if (!removed) {
            throw ApiException.reason(404, "SubscriptionNotFound", "SubscriptionNotFound: user [" + user + "].");
        }
        return subscribed(false);
    }

    private Reply list(ApiRequest request) {
        Webhook webhook = webhook(request);
        List<JsonObject> users = of(webhook).stream()
                .map(subscription -> JsonObject.of("user_id", Long.toString(subscription.userId())))
                .toList();
        JsonObject data = JsonObject.of("application_id", webhook.app().id())
                .with("webhook_id", webhook.id())
                .with("webhook_url", webhook.url().toString())
                .with("subscriptions", users);
        return Reply.json(200, JsonObject.of("data", data));
    }

    /** Returns the counts as text. */
    private Reply count(ApiRequest request) {
        int all = subscriptions.accountActivity(request.caller().app()).size();
        JsonObject data = JsonObject.of("account_name", request.caller().app().name())
                .with("provisioned_count", Integer.toString(most))
                .with("subscriptions_count_all", Integer.toString(all))
                .with("subscriptions_count_direct_messages", "0");
        return Reply.json(200, JsonObject.of("data", data));
    }

    private Webhook webhook(ApiRequest request) {
        return V2WebhookRoutes.find(webhooks, request, request.call().path("webhook_id"));
    }

    private List<Subscription> of(Webhook webhook) {
        return subscriptions.accountActivity(webhook.app()).stream()
                .filter(subscription -> subscription.isOn(webhook.id()))
                .toList();
    }

    private static Reply subscribed(boolean is) {
        return Reply.json(200, JsonObject.of("data", JsonObject.of("subscribed", is)));
    }
}
