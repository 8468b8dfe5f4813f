package com.dmverify.sandbox.v2.webhook;

import com.dmverify.sandbox.activity.WebhookRegistration;
import com.dmverify.sandbox.decision.ApiHandlers;
import com.dmverify.sandbox.decision.ApiRequest;
import com.dmverify.sandbox.decision.Endpoint;
import com.dmverify.sandbox.error.ApiException;
import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.http.Reply;
import com.dmverify.sandbox.json.IsoTime;
import com.dmverify.sandbox.v2.V2Body;
import com.dmverify.sandbox.webhook.Webhook;
import com.dmverify.sandbox.webhook.WebhookRejected;
import com.dmverify.sandbox.webhook.Webhooks;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import tools.jackson.databind.JsonNode;

/** {@code /2/webhooks}: registering a webhook challenges its URL at once. */
@Configuration(proxyBeanMethods = false)
class V2WebhookRoutes {

    private final ApiHandlers handlers;
    private final Webhooks webhooks;
    private final WebhookRegistration registration;

    V2WebhookRoutes(ApiHandlers handlers, Webhooks webhooks, WebhookRegistration registration) {
        this.handlers = handlers;
        this.webhooks = webhooks;
        this.registration = registration;
    }

    @Bean
    @Order(8)
    RouterFunction<ServerResponse> v2WebhookRouterFunction() {
        return RouterFunctions.route()
                .POST("/2/webhooks", handlers.handleBlocking(Endpoint.V2_WEBHOOKS, this::register))
                .GET("/2/webhooks", handlers.handle(Endpoint.V2_WEBHOOKS, this::list))
                .PUT("/2/webhooks/{webhook_id}", handlers.handleBlocking(Endpoint.V2_WEBHOOKS, this::validate))
                .DELETE("/2/webhooks/{webhook_id}", handlers.handle(Endpoint.V2_WEBHOOKS, this::delete))
                .build();
    }

    private Reply register(ApiRequest request) {
        JsonNode body = V2Body.of(request);
        V2Body.onlyKnown(body, Set.of("url"));
        String url = V2Body.required(body, "url");
        try {
            return Reply.json(
                    200,
                    JsonObject.of(
                            "data",
                            toJson(registration.register(request.caller().app(), url))));
        } catch (WebhookRejected refused) {
            throw V2WebhookRoutes.refused(refused);
        }
    }

    private Reply list(ApiRequest request) {
        List<JsonObject> all = webhooks.of(request.caller().app()).stream()
                .map(V2WebhookRoutes::toJson)
                .toList();
        return Reply.json(200, JsonObject.of("data", all).with("meta", JsonObject.of("result_count", all.size())));
    }

    private Reply validate(ApiRequest request) {
        try {
            webhooks.validate(find(request));
        } catch (WebhookRejected refused) {
            throw V2WebhookRoutes.refused(refused);
        }
        return Reply.json(200, JsonObject.of("data", JsonObject.of("valid", true)));
    }

    private Reply delete(ApiRequest request) {
        registration.delete(find(request));
        return Reply.json(200, JsonObject.of("data", JsonObject.of("deleted", true)));
    }

    private Webhook find(ApiRequest request) {
        return find(webhooks, request, request.call().path("webhook_id"));
    }

    static Webhook find(Webhooks webhooks, ApiRequest request, String id) {
        return webhooks.find(id)
                .filter(webhook ->
                        webhook.app().id().equals(request.caller().app().id()))
                .orElseThrow(() -> ApiException.reason(
                        400, "WebhookIdInvalid", "WebhookIdInvalid: no webhook [" + id + "] of this app."));
    }

    private static ApiException refused(WebhookRejected refused) {
        return ApiException.reason(400, refused.reason(), refused.reason() + ": " + refused.text());
    }

    private static JsonObject toJson(Webhook webhook) {
        return JsonObject.of("id", webhook.id())
                .with("url", webhook.url().toString())
                .with("valid", webhook.valid())
                .with("created_at", IsoTime.of(webhook.createdAt()));
    }
}
