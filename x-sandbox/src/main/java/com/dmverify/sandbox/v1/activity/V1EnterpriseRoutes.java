package com.dmverify.sandbox.v1.activity;

import com.dmverify.sandbox.decision.ApiHandlers;
import com.dmverify.sandbox.decision.ApiRequest;
import com.dmverify.sandbox.decision.Endpoint;
import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.http.Reply;
import com.dmverify.sandbox.webhook.Webhook;
import com.dmverify.sandbox.webhook.Webhooks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code /1.1/account_activity/webhooks…}: the enterprise API. */
@Configuration(proxyBeanMethods = false)
class V1EnterpriseRoutes {

    private static final String ROOT = "/1.1/account_activity/";
    private static final String WEBHOOK = ROOT + "webhooks/{webhook_id}";

    private final ApiHandlers handlers;
    private final V1WebhookRegistration registration;
    private final V1Subscriptions subscribers;
    private final V1ReplayRequests replay;
    private final Webhooks webhooks;

    V1EnterpriseRoutes(
            ApiHandlers handlers,
            V1WebhookRegistration registration,
            V1Subscriptions subscribers,
            V1ReplayRequests replay,
            Webhooks webhooks) {
        this.handlers = handlers;
        this.registration = registration;
        this.subscribers = subscribers;
        this.replay = replay;
        this.webhooks = webhooks;
    }

    @Bean
    @Order(18)
    RouterFunction<ServerResponse> v1EnterpriseRouterFunction() {
        return RouterFunctions.route()
                .POST(ROOT + "webhooks.json", handlers.handleBlocking(Endpoint.V1_ACTIVITY_USER, this::register))
                .GET(ROOT + "webhooks.json", handlers.handle(Endpoint.V1_ACTIVITY_APP, this::list))
                .PUT(
                        WEBHOOK,
                        handlers.handleBlocking(
                                Endpoint.V1_ACTIVITY_USER,
                                request -> registration.validate(registration.find(request))))
                .DELETE(
                        WEBHOOK,
                        handlers.handle(
                                Endpoint.V1_ACTIVITY_USER, request -> registration.delete(registration.find(request))))
                .POST(
                        WEBHOOK + "/subscriptions/all.json",
                        handlers.handle(
                                Endpoint.V1_ACTIVITY_USER,
                                request -> subscribers.add(request, registration.find(request))))
                .GET(
                        WEBHOOK + "/subscriptions/all.json",
                        handlers.handle(
                                Endpoint.V1_ACTIVITY_USER,
                                request -> subscribers.check(request, registration.find(request))))
                .GET(
                        WEBHOOK + "/subscriptions/all/list.json",
                        handlers.handle(Endpoint.V1_ACTIVITY_APP, this::subscriptions))
                .DELETE(
                        WEBHOOK + "/subscriptions/{user_id}/all.json",
                        handlers.handle(
                                Endpoint.V1_ACTIVITY_APP,
                                request -> subscribers.remove(
                                        registration.find(request),
                                        request.call().path("user_id"))))
                .GET(
                        ROOT + "subscriptions/count.json",
                        handlers.handle(
                                Endpoint.V1_ACTIVITY_APP,
                                request -> subscribers.count(request.caller().app())))
                .POST(
                        ROOT + "replay/webhooks/{webhook_id}/subscriptions/all.json",
                        handlers.handle(
                                Endpoint.V1_ACTIVITY_REPLAY,
                                request -> replay.start(request, registration.find(request))))
                .build();
    }

    private Reply register(ApiRequest request) {
        return Reply.json(200, V1WebhookRegistration.toJson(registration.register(request)));
    }

    private Reply list(ApiRequest request) {
        return Reply.json(
                200,
                webhooks.of(request.caller().app()).stream()
                        .map(V1WebhookRegistration::toJson)
                        .toList());
    }

    private Reply subscriptions(ApiRequest request) {
        Webhook webhook = registration.find(request);
        return Reply.json(
                200,
                JsonObject.of("webhook_id", webhook.id())
                        .with("webhook_url", webhook.url().toString())
                        .with("application_id", webhook.app().id())
                        .with("subscriptions", subscribers.users(webhook)));
    }
}
