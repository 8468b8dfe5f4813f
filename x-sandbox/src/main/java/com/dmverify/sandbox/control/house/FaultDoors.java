package com.dmverify.sandbox.control.house;

import com.dmverify.sandbox.control.Complaint;
import com.dmverify.sandbox.control.ControlDoor;
import com.dmverify.sandbox.control.Directory;
import com.dmverify.sandbox.control.Instruction;
import com.dmverify.sandbox.fault.Fault;
import com.dmverify.sandbox.fault.FaultName;
import com.dmverify.sandbox.fault.Faults;
import com.dmverify.sandbox.wire.Fields;
import com.dmverify.sandbox.wire.Reply;
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

/** {@code /sandbox/faults}: orders troubles and cancels them. */
@Configuration(proxyBeanMethods = false)
class FaultDoors {

    private static final Set<String> KNOWN = Set.of("name", "count", "probability", "delay_ms", "for_user", "on");

    private final ControlDoor door;
    private final Faults faults;
    private final Directory directory;

    FaultDoors(ControlDoor door, Faults faults, Directory directory) {
        this.door = door;
        this.faults = faults;
        this.directory = directory;
    }

    @Bean
    @Order(34)
    RouterFunction<ServerResponse> faultRoutes() {
        return RouterFunctions.route()
                .POST("/sandbox/faults", door.to(this::take))
                .GET("/sandbox/faults", door.to(instruction -> Reply.json(200, portraits())))
                .DELETE("/sandbox/faults", door.to(this::cancel))
                .build();
    }

    private Reply take(Instruction instruction) {
        JsonNode body = instruction.body(KNOWN);
        Fault fault = new Fault(
                name(body),
                Instruction.number(body, "count", 1, Long.MAX_VALUE - 1).orElse(Long.MAX_VALUE),
                probability(body),
                delay(body),
                Instruction.text(body, "for_user")
                        .map(directory::person)
                        .map(person -> person.id())
                        .orElse(null),
                anyCall(body));
        if (!faults.order(fault)) {
            throw Complaint.conflict("There are too many faults; DELETE /sandbox/faults first.");
        }
        return Reply.json(201, portrait(fault));
    }

    private Reply cancel(Instruction instruction) {
        faults.reset();
        return Reply.noContent();
    }

    private static FaultName name(JsonNode body) {
        return Instruction.text(body, "name")
                .flatMap(FaultName::of)
                .orElseThrow(() -> Complaint.badRequest("\"name\" must be one of "
                        + Arrays.stream(FaultName.values()).map(FaultName::word).toList() + "."));
    }

    private static double probability(JsonNode body) {
        JsonNode node = body.path("probability");
        if (node.isMissingNode() || node.isNull()) {
            return 1;
        }
        if (!node.isNumber() || !(node.doubleValue() >= 0 && node.doubleValue() <= 1)) {
            throw Complaint.badRequest("\"probability\" must be a number from 0 to 1.");
        }
        return node.doubleValue();
    }

    private static @Nullable Duration delay(JsonNode body) {
        OptionalLong millis = Instruction.number(
                body,
                "delay_ms",
                -Duration.ofDays(1).toMillis(),
                Duration.ofDays(1).toMillis());
        return millis.isPresent() ? Duration.ofMillis(millis.getAsLong()) : null;
    }

    private static boolean anyCall(JsonNode body) {
        String on = Instruction.text(body, "on").orElse("send");
        if (!on.equals("send") && !on.equals("any")) {
            throw Complaint.badRequest("\"on\" must be send (only the sending of DMs) or any (every call).");
        }
        return on.equals("any");
    }

    private List<Fields> portraits() {
        return faults.all().stream().map(FaultDoors::portrait).toList();
    }

    private static Fields portrait(Fault fault) {
        Duration delay = fault.delay();
        Long forUser = fault.forUser();
        return Fields.of("name", fault.name().word())
                .with("count", fault.left() == Long.MAX_VALUE ? null : fault.left())
                .with("probability", fault.probability())
                .with("delay_ms", delay == null ? null : delay.toMillis())
                .with("for_user", forUser == null ? null : forUser.toString());
    }
}
