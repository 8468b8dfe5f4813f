package com.dmverify.sandbox.control.state;

import com.dmverify.sandbox.control.ControlHandlers;
import com.dmverify.sandbox.control.ControlProblem;
import com.dmverify.sandbox.control.ControlRequest;
import com.dmverify.sandbox.control.UserDirectory;
import com.dmverify.sandbox.fault.Fault;
import com.dmverify.sandbox.fault.FaultName;
import com.dmverify.sandbox.fault.Faults;
import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.http.Reply;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import tools.jackson.databind.JsonNode;

/** {@code /sandbox/faults}: injects faults, lists them and removes them. */
@Configuration(proxyBeanMethods = false)
class FaultRoutes {

    private static final Set<String> KNOWN = Set.of("name", "count", "probability", "delay_ms", "for_user", "on");

    private final ControlHandlers handlers;
    private final Faults faults;
    private final UserDirectory directory;

    FaultRoutes(ControlHandlers handlers, Faults faults, UserDirectory directory) {
        this.handlers = handlers;
        this.faults = faults;
        this.directory = directory;
    }

    @Bean
    @Order(34)
    RouterFunction<ServerResponse> faultRouterFunction() {
        return RouterFunctions.route()
                .POST("/sandbox/faults", handlers.handle(this::take))
                .GET("/sandbox/faults", handlers.handle(request -> Reply.json(200, toJsonList())))
                .DELETE("/sandbox/faults", handlers.handle(this::cancel))
                .build();
    }

    private Reply take(ControlRequest request) {
        JsonNode body = request.body(KNOWN);
        Fault fault = new Fault(
                name(body),
                ControlRequest.number(body, "count", 1, Long.MAX_VALUE - 1).orElse(Long.MAX_VALUE),
                probability(body),
                delay(body),
                ControlRequest.text(body, "for_user")
                        .map(directory::person)
                        .map(person -> person.id())
                        .orElse(null),
                anyCall(body));
        if (!faults.inject(fault)) {
            throw ControlProblem.conflict("There are too many faults; DELETE /sandbox/faults first.");
        }
        return Reply.json(201, toJson(fault));
    }

    private Reply cancel(ControlRequest request) {
        faults.reset();
        return Reply.noContent();
    }

    private static FaultName name(JsonNode body) {
        return ControlRequest.text(body, "name")
                .flatMap(FaultName::of)
                .orElseThrow(() -> ControlProblem.badRequest("\"name\" must be one of "
                        + Arrays.stream(FaultName.values())
                                .map(FaultName::wireName)
                                .toList() + "."));
    }

    private static double probability(JsonNode body) {
        JsonNode node = body.path("probability");
        if (node.isMissingNode() || node.isNull()) {
            return 1;
        }
        if (!node.isNumber() || !(node.doubleValue() >= 0 && node.doubleValue() <= 1)) {
            throw ControlProblem.badRequest("\"probability\" must be a number from 0 to 1.");
        }
        return node.doubleValue();
    }

    private static @Nullable Duration delay(JsonNode body) {
        OptionalLong millis = ControlRequest.number(
                body,
                "delay_ms",
                -Duration.ofDays(1).toMillis(),
                Duration.ofDays(1).toMillis());
        return millis.isPresent() ? Duration.ofMillis(millis.getAsLong()) : null;
    }

    private static boolean anyCall(JsonNode body) {
        String on = ControlRequest.text(body, "on").orElse("send");
        if (!on.equals("send") && !on.equals("any")) {
            throw ControlProblem.badRequest("\"on\" must be send (only the sending of DMs) or any (every call).");
        }
        return on.equals("any");
    }

    private List<JsonObject> toJsonList() {
        return faults.all().stream().map(FaultRoutes::toJson).toList();
    }

    private static JsonObject toJson(Fault fault) {
        Duration delay = fault.delay();
        Long forUser = fault.forUser();
        return JsonObject.of("name", fault.name().wireName())
                .with("count", fault.left() == Long.MAX_VALUE ? null : fault.left())
                .with("probability", fault.probability())
                .with("delay_ms", delay == null ? null : delay.toMillis())
                .with("for_user", forUser == null ? null : forUser.toString());
    }
}
