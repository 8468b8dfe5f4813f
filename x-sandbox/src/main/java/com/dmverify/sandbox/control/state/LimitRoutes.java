package com.dmverify.sandbox.control.state;

import com.dmverify.sandbox.access.Apps;
import com.dmverify.sandbox.access.Plan;
import com.dmverify.sandbox.control.ControlHandlers;
import com.dmverify.sandbox.control.ControlProblem;
import com.dmverify.sandbox.control.ControlRequest;
import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.http.Reply;
import com.dmverify.sandbox.limit.Budget;
import com.dmverify.sandbox.limit.DmLimits;
import com.dmverify.sandbox.limit.Limits;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import tools.jackson.databind.JsonNode;

/** {@code /sandbox/limits} and {@code /sandbox/plan}: X's rate limits and the access plan. */
@Configuration(proxyBeanMethods = false)
class LimitRoutes {

    private static final Set<String> KNOWN = Set.of(
            "dm_15min",
            "dm_24h",
            "dm_24h_app",
            "v1_dm_15min",
            "v1_dm_24h",
            "v1_dm_24h_app",
            "window_seconds",
            "window_24h_seconds",
            "reads");
    private static final long MOST = 1_000_000_000;

    private final ControlHandlers handlers;
    private final Budget budget;
    private final Apps apps;

    LimitRoutes(ControlHandlers handlers, Budget budget, Apps apps) {
        this.handlers = handlers;
        this.budget = budget;
        this.apps = apps;
    }

    @Bean
    @Order(33)
    RouterFunction<ServerResponse> limitRouterFunction() {
        return RouterFunctions.route()
                .GET("/sandbox/limits", handlers.handle(request -> Reply.json(200, toJson(budget.limits()))))
                .PUT("/sandbox/limits", handlers.handle(this::change))
                .PUT("/sandbox/plan", handlers.handle(this::plan))
                .build();
    }

    /** Changes the given limits and begins new windows. A {@code dm_…} limit applies to each API version separately. */
    private Reply change(ControlRequest request) {
        JsonNode body = request.body(KNOWN);
        Limits now = budget.limits();
        Limits wanted = new Limits(
                v2(body, now.v2()),
                v1(body, now.v1()),
                window(body, "window_seconds", now.window15min()),
                window(body, "window_24h_seconds", now.window24h()),
                ControlRequest.flag(body, "reads").orElse(now.reads()));
        budget.limits(wanted);
        return Reply.json(200, toJson(wanted));
    }

    private static DmLimits v2(JsonNode body, DmLimits now) {
        return new DmLimits(
                number(body, "dm_15min", now.per15Minutes()),
                number(body, "dm_24h", now.per24Hours()),
                number(body, "dm_24h_app", now.per24HoursOfApp()));
    }

    private static DmLimits v1(JsonNode body, DmLimits now) {
        DmLimits both = v2(body, now);
        return new DmLimits(
                number(body, "v1_dm_15min", both.per15Minutes()),
                number(body, "v1_dm_24h", both.per24Hours()),
                number(body, "v1_dm_24h_app", both.per24HoursOfApp()));
    }

    private Reply plan(ControlRequest request) {
        String word = ControlRequest.text(request.body(Set.of("plan")), "plan").orElse("");
        for (Plan plan : Plan.values()) {
            if (word(plan).equals(word)) {
                apps.plan(plan);
                return Reply.json(200, JsonObject.of("plan", word));
            }
        }
        throw ControlProblem.badRequest("\"plan\" must be open or self-serve.");
    }

    private static int number(JsonNode body, String name, int usual) {
        return (int) ControlRequest.number(body, name, 0, MOST).orElse(usual);
    }

    private static Duration window(JsonNode body, String name, Duration usual) {
        OptionalLong seconds =
                ControlRequest.number(body, name, 1, Duration.ofDays(30).toSeconds());
        return seconds.isPresent() ? Duration.ofSeconds(seconds.getAsLong()) : usual;
    }

    private static JsonObject toJson(Limits limits) {
        return JsonObject.of("dm_15min", limits.v2().per15Minutes())
                .with("dm_24h", limits.v2().per24Hours())
                .with("dm_24h_app", limits.v2().per24HoursOfApp())
                .with("v1_dm_15min", limits.v1().per15Minutes())
                .with("v1_dm_24h", limits.v1().per24Hours())
                .with("v1_dm_24h_app", limits.v1().per24HoursOfApp())
                .with("window_seconds", limits.window15min().toSeconds())
                .with("window_24h_seconds", limits.window24h().toSeconds())
                .with("reads", limits.reads());
    }

    private static String word(Plan plan) {
        return plan.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
