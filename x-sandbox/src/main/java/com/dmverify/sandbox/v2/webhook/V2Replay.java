package com.dmverify.sandbox.v2.webhook;

import com.dmverify.sandbox.decision.Attempt;
import com.dmverify.sandbox.decision.Endpoint;
import com.dmverify.sandbox.decision.XDoor;
import com.dmverify.sandbox.portrait.IsoTime;
import com.dmverify.sandbox.refusal.Refused;
import com.dmverify.sandbox.v2.V2Body;
import com.dmverify.sandbox.webhook.Webhook;
import com.dmverify.sandbox.webhook.Webhooks;
import com.dmverify.sandbox.webhook.delivery.Minute;
import com.dmverify.sandbox.webhook.delivery.Replay;
import com.dmverify.sandbox.webhook.delivery.Replays;
import com.dmverify.sandbox.wire.Fields;
import com.dmverify.sandbox.wire.Reply;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import tools.jackson.databind.JsonNode;

/** {@code POST /2/webhooks/replay}: tells a webhook again what happened. */
@Configuration(proxyBeanMethods = false)
class V2Replay {

    private static final Set<String> KNOWN = Set.of("webhook_id", "from_date", "to_date");

    private final XDoor door;
    private final Webhooks webhooks;
    private final Replays replays;

    V2Replay(XDoor door, Webhooks webhooks, Replays replays) {
        this.door = door;
        this.webhooks = webhooks;
        this.replays = replays;
    }

    @Bean
    @Order(7)
    RouterFunction<ServerResponse> v2ReplayRoutes() {
        return RouterFunctions.route()
                .POST("/2/webhooks/replay", door.to(Endpoint.V2_WEBHOOK_REPLAY, this::start))
                .build();
    }

    private Reply start(Attempt attempt) {
        JsonNode body = V2Body.of(attempt, KNOWN);
        Webhook webhook = V2Webhooks.find(webhooks, attempt, V2Body.required(body, "webhook_id"));
        Minute from = minute(body, "from_date");
        Minute to = minute(body, "to_date");
        replays.complaint(from.begin(), to.begin()).ifPresent(complaint -> {
            throw Refused.reason(400, "QueryParamInvalid", complaint);
        });
        Replay replay = replays.start(webhook, from.begin(), to.end())
                .orElseThrow(
                        () -> Refused.reason(409, "ReplayConflictError", "ReplayConflictError: a replay is running."));
        return Reply.json(
                200,
                Fields.of("data", Fields.of("job_id", replay.id()).with("created_at", IsoTime.of(replay.createdAt()))));
    }

    private static Minute minute(JsonNode body, String name) {
        return Minute.read(V2Body.required(body, name))
                .orElseThrow(() -> Refused.invalid("$." + name + ": must be a UTC time as yyyymmddhhmm"));
    }
}
