package com.dmverify.sandbox.control;

import com.dmverify.sandbox.http.Call;
import com.dmverify.sandbox.http.Json;
import com.dmverify.sandbox.person.Ids;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A control call. Each reader throws a {@link ControlProblem} that names the valid values. */
public record ControlRequest(Call call) {

    /** Returns the JSON object of the body. Throws if it has an unknown member. */
    public JsonNode body(Set<String> known) {
        JsonNode body = call.json()
                .filter(JsonNode::isObject)
                .orElseThrow(() -> ControlProblem.badRequest("The body must be a JSON object with " + known + "."));
        for (String name : body.propertyNames()) {
            if (!known.contains(name)) {
                throw ControlProblem.badRequest("There is no \"" + name + "\" here; there is " + known + ".");
            }
        }
        return body;
    }

    public static Optional<String> text(JsonNode body, String name) {
        JsonNode node = body.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        String text = Json.text(node);
        if (text == null) {
            throw ControlProblem.badRequest("\"" + name + "\" must be a string.");
        }
        return Optional.of(text);
    }

    public static Optional<Boolean> flag(JsonNode body, String name) {
        JsonNode node = body.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isBoolean()) {
            throw ControlProblem.badRequest("\"" + name + "\" must be true or false.");
        }
        return Optional.of(node.booleanValue());
    }

    public static OptionalLong number(JsonNode body, String name, long least, long most) {
        JsonNode node = body.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return OptionalLong.empty();
        }
        if (!node.isIntegralNumber()
                || !node.canConvertToLong()
                || node.longValue() < least
                || node.longValue() > most) {
            throw ControlProblem.badRequest(
                    "\"" + name + "\" must be a whole number from " + least + " to " + most + ".");
        }
        return OptionalLong.of(node.longValue());
    }

    public Optional<String> query(String name) {
        return call.query().first(name);
    }

    public int limit(int usual, int most) {
        String text = query("limit").orElse(Integer.toString(usual));
        long limit = Ids.parse(text).orElse(0);
        if (limit < 1 || limit > most) {
            throw ControlProblem.badRequest("\"limit\" must be a whole number from 1 to " + most + ".");
        }
        return (int) limit;
    }
}
