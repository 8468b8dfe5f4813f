package com.dmverify.sandbox.v1.activity;

import com.dmverify.sandbox.access.App;
import com.dmverify.sandbox.decision.ApiHandlers;
import com.dmverify.sandbox.decision.ApiRequest;
import com.dmverify.sandbox.decision.Endpoint;
import com.dmverify.sandbox.error.ApiError;
import com.dmverify.sandbox.error.ApiException;
import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.http.Reply;
import com.dmverify.sandbox.webhook.Webhook;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code /1.1/account_activity/all/:env_name/…}: the premium API, with named environments. */
@Configuration(proxyBeanMethods = false)
class V1PremiumRoutes {

    private static final String ALL = "/1.1/account_activity/all/";
    private static final String ENV = ALL + "{env_name}/";

    private final ApiHandlers handlers;
    private final V1WebhookRegistration registration;
    private final V1Subscriptions subscribers;
    private final Environments environments;

    V1PremiumRoutes(
            ApiHandlers handlers,
            V1WebhookRegistration registration,
            V1Subscriptions subscribers,
            Environments environments) {
        this.handlers = handlers;
        this.registration = registration;
        this.subscribers = subscribers;
        this.environments = environments;
    }

    @Bean
    @Order(17)
    RouterFunction<ServerResponse> v1PremiumRouterFunction() {
        return RouterFunctions.route()
                .GET(ALL + "webhooks.json", handlers.handle(Endpoint.V1_ACTIVITY_APP, this::all))
                .GET(
                        ALL + "subscriptions/count.json",
                        handlers.handle(
                                Endpoint.V1_ACTIVITY_APP,
                                request -> subscribers.count(request.caller().app())))
                .POST(ENV + "webhooks.json", handlers.handleBlocking(Endpoint.V1_ACTIVITY_USER, this::register))
                .GET(ENV + "webhooks.json", handlers.handle(Endpoint.V1_ACTIVITY_APP, this::list))
                .PUT(ENV + "webhooks/{webhook_id}", handlers.handleBlocking(Endpoint.V1_ACTIVITY_USER, this::validate))
                .DELETE(ENV + "webhooks/{webhook_id}", handlers.handle(Endpoint.V1_ACTIVITY_USER, this::delete))
                .POST(
                        ENV + "subscriptions.json",
                        handlers.handle(
                                Endpoint.V1_ACTIVITY_USER, request -> subscribers.add(request, webhook(request))))
                .GET(
                        ENV + "subscriptions.json",
                        handlers.handle(
                                Endpoint.V1_ACTIVITY_USER, request -> subscribers.check(request, webhook(request))))
                .GET(ENV + "subscriptions/list.json", handlers.handle(Endpoint.V1_ACTIVITY_APP, this::subscriptions))
                .DELETE(ENV + "subscriptions/{user_id}", handlers.handle(Endpoint.V1_ACTIVITY_APP, this::unsubscribe))
                .build();
    }

    private Reply register(ApiRequest request) {
        Webhook webhook = registration.register(request);
        environments.put(webhook, request.call().path("env_name"));
        return Reply.json(200, V1WebhookRegistration.toJson(webhook));
    }

    private Reply all(ApiRequest request) {
        App app = request.caller().app();
        List<JsonObject> all = environments.of(app).stream()
                .map(name -> JsonObject.of("environment_name", name).with("webhooks", toJsonList(app, name)))
                .toList();
        return Reply.json(200, JsonObject.of("environments", all));
    }

    private Reply list(ApiRequest request) {
        return Reply.json(200, toJsonList(request.caller().app(), request.call().path("env_name")));
    }

    private Reply validate(ApiRequest request) {
        return registration.validate(registration.find(request));
    }

    private Reply delete(ApiRequest request) {
        Webhook webhook = registration.find(request);
        environments.remove(webhook);
        return registration.delete(webhook);
    }

    private Reply subscriptions(ApiRequest request) {
        App app = request.caller().app();
        return Reply.json(
                200,
                JsonObject.of("environment", request.call().path("env_name"))
                        .with("application_id", app.id())
                        .with("subscriptions", subscribers.users(webhook(request))));
    }

    private Reply unsubscribe(ApiRequest request) {
        return subscribers.remove(
                webhook(request), request.call().path("user_id").replaceAll("\\.json$", ""));
    }

    private Webhook webhook(ApiRequest request) {
        return environments
                .webhook(request.caller().app(), request.call().path("env_name"))
                .orElseThrow(() -> ApiException.of(ApiError.PAGE_DOES_NOT_EXIST));
    }

    private List<JsonObject> toJsonList(App app, String environment) {
        return environments.webhooks(app, environment).stream()
                .map(V1WebhookRegistration::toJson)
                .toList();
    }
}
