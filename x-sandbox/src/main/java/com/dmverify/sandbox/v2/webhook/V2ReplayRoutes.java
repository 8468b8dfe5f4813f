package com.dmverify.sandbox.v2.webhook;

import com.dmverify.sandbox.decision.ApiHandlers;
import com.dmverify.sandbox.decision.ApiRequest;
import com.dmverify.sandbox.decision.Endpoint;
import com.dmverify.sandbox.error.ApiException;
import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.http.Reply;
import com.dmverify.sandbox.json.IsoTime;
import com.dmverify.sandbox.v2.V2Body;
import com.dmverify.sandbox.webhook.Webhook;
import com.dmverify.sandbox.webhook.Webhooks;
import com.dmverify.sandbox.webhook.delivery.ReplayJob;
import com.dmverify.sandbox.webhook.delivery.ReplayJobs;
import com.dmverify.sandbox.webhook.delivery.ReplayMinute;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import tools.jackson.databind.JsonNode;

/** {@code POST /2/webhooks/replay}: repeats the deliveries of a webhook. */
@Configuration(proxyBeanMethods = false)
class V2ReplayRoutes {

    private static final Set<String> KNOWN = Set.of("webhook_id", "from_date", "to_date");

    private final ApiHandlers handlers;
    private final Webhooks webhooks;
    private final ReplayJobs replays;

    V2ReplayRoutes(ApiHandlers handlers, Webhooks webhooks, ReplayJobs replays) {
        this.handlers = handlers;
        this.webhooks = webhooks;
        this.replays = replays;
    }

    @Bean
    @Order(7)
    RouterFunction<ServerResponse> v2ReplayRouterFunction() {
        return RouterFunctions.route()
                .POST("/2/webhooks/replay", handlers.handle(Endpoint.V2_WEBHOOK_REPLAY, this::start))
                .build();
    }

    private Reply start(ApiRequest request) {
        JsonNode body = V2Body.of(request, KNOWN);
        Webhook webhook = V2WebhookRoutes.find(webhooks, request, V2Body.required(body, "webhook_id"));
        ReplayMinute from = minute(body, "from_date");
        ReplayMinute to = minute(body, "to_date");
        replays.problem(from.begin(), to.begin()).ifPresent(problem -> {
            throw ApiException.reason(400, "QueryParamInvalid", problem);
        });
        ReplayJob replay = replays.start(webhook, from.begin(), to.end())
                .orElseThrow(() ->
                        ApiException.reason(409, "ReplayConflictError", "ReplayConflictError: a replay is running."));
        return Reply.json(
                200,
                JsonObject.of(
                        "data",
                        JsonObject.of("job_id", replay.id()).with("created_at", IsoTime.of(replay.createdAt()))));
    }

    private static ReplayMinute minute(JsonNode body, String name) {
        return ReplayMinute.read(V2Body.required(body, name))
                .orElseThrow(() -> ApiException.invalid("$." + name + ": must be a UTC time as yyyymmddhhmm"));
    }
}
