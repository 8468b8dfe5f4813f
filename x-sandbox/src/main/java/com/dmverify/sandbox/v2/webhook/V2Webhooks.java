package com.dmverify.sandbox.v2.webhook;

import com.dmverify.sandbox.activity.Registrar;
import com.dmverify.sandbox.decision.Attempt;
import com.dmverify.sandbox.decision.Endpoint;
import com.dmverify.sandbox.decision.XDoor;
import com.dmverify.sandbox.portrait.IsoTime;
import com.dmverify.sandbox.refusal.Refused;
import com.dmverify.sandbox.v2.V2Body;
import com.dmverify.sandbox.webhook.NotRegistered;
import com.dmverify.sandbox.webhook.Webhook;
import com.dmverify.sandbox.webhook.Webhooks;
import com.dmverify.sandbox.wire.Fields;
import com.dmverify.sandbox.wire.Reply;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import tools.jackson.databind.JsonNode;

/** {@code /2/webhooks}: registering challenges the address at once. */
@Configuration(proxyBeanMethods = false)
class V2Webhooks {

    private final XDoor door;
    private final Webhooks webhooks;
    private final Registrar registrar;

    V2Webhooks(XDoor door, Webhooks webhooks, Registrar registrar) {
        this.door = door;
        this.webhooks = webhooks;
        this.registrar = registrar;
    }

    @Bean
    @Order(8)
    RouterFunction<ServerResponse> v2WebhookRoutes() {
        return RouterFunctions.route()
                .POST("/2/webhooks", door.waiting(Endpoint.V2_WEBHOOKS, this::register))
                .GET("/2/webhooks", door.to(Endpoint.V2_WEBHOOKS, this::list))
                .PUT("/2/webhooks/{webhook_id}", door.waiting(Endpoint.V2_WEBHOOKS, this::validate))
                .DELETE("/2/webhooks/{webhook_id}", door.to(Endpoint.V2_WEBHOOKS, this::delete))
                .build();
    }

    private Reply register(Attempt attempt) {
        JsonNode body = V2Body.of(attempt);
        V2Body.onlyKnown(body, Set.of("url"));
        String url = V2Body.required(body, "url");
        try {
            return Reply.json(
                    200,
                    Fields.of(
                            "data", portrait(registrar.register(attempt.caller().app(), url))));
        } catch (NotRegistered refused) {
            throw V2Webhooks.refused(refused);
        }
    }

    private Reply list(Attempt attempt) {
        List<Fields> all = webhooks.of(attempt.caller().app()).stream()
                .map(V2Webhooks::portrait)
                .toList();
        return Reply.json(200, Fields.of("data", all).with("meta", Fields.of("result_count", all.size())));
    }

    private Reply validate(Attempt attempt) {
        try {
            webhooks.validate(find(attempt));
        } catch (NotRegistered refused) {
            throw V2Webhooks.refused(refused);
        }
        return Reply.json(200, Fields.of("data", Fields.of("valid", true)));
    }

    private Reply delete(Attempt attempt) {
        registrar.delete(find(attempt));
        return Reply.json(200, Fields.of("data", Fields.of("deleted", true)));
    }

    private Webhook find(Attempt attempt) {
        return find(webhooks, attempt, attempt.call().path("webhook_id"));
    }

    static Webhook find(Webhooks webhooks, Attempt attempt, String id) {
        return webhooks.find(id)
                .filter(webhook ->
                        webhook.app().id().equals(attempt.caller().app().id()))
                .orElseThrow(() -> Refused.reason(
                        400, "WebhookIdInvalid", "WebhookIdInvalid: no webhook [" + id + "] of this app."));
    }

    private static Refused refused(NotRegistered refused) {
        return Refused.reason(400, refused.reason(), refused.reason() + ": " + refused.text());
    }

    private static Fields portrait(Webhook webhook) {
        return Fields.of("id", webhook.id())
                .with("url", webhook.url().toString())
                .with("valid", webhook.valid())
                .with("created_at", IsoTime.of(webhook.createdAt()));
    }
}
