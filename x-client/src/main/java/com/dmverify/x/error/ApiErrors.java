package com.dmverify.x.error;

import com.dmverify.x.json.Json;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Reads the errors from a body in any of X's formats: {@code errors} with code and message (v1.1),
 * {@code errors} with problems (v2, also on a 200), a problem document (v2), {@code errors} or {@code error} as text
 * (old v1.1, OAuth), a bare code and message.
 */
final class ApiErrors {

    private static final int LONGEST_DETAIL = 300;

    private ApiErrors() {}

    /** All errors, the document's own first; empty if there are none. */
    static List<ApiError> in(JsonNode body) {
        return Stream.concat(
                        Stream.of(error(body)).filter(ApiErrors::isError),
                        Json.each(body.path("errors"), ApiErrors::error))
                .toList();
    }

    private static boolean isError(ApiError error) {
        return error.code() != 0
                || !error.type().isEmpty()
                || !error.title().isEmpty()
                || !error.detail().isEmpty();
    }

    private static ApiError error(JsonNode error) {
        Set<String> parameters = parameters(error);
        return new ApiError(
                error.path("code").asIntOpt().orElse(0),
                lastPart(first(error, "type")),
                first(error, "title"),
                detail(error, parameters),
                first(error, "resource_type"),
                parameters);
    }

    // A problem document lists the refused parameters one level deeper.
    private static Set<String> parameters(JsonNode error) {
        Set<String> names = new TreeSet<>(error.path("parameters").propertyNames());
        Json.each(error.path("errors"), inner -> inner.path("parameters").propertyNames())
                .forEach(names::addAll);
        return names;
    }

    // X quotes the value of a refused parameter, which may be a message's text: only the names are kept.
    private static String detail(JsonNode error, Set<String> parameters) {
        String message = error.path("parameters").isObject()
                ? "refused parameter"
                : first(error, "detail", "message", "error_description", "error", "errors", "reason", "title", "type");
        String detail = message.isEmpty() || parameters.isEmpty()
                ? message
                : message + " (" + String.join(", ", parameters) + ")";
        return detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) : detail;
    }

    private static String first(JsonNode error, String... fields) {
        return Stream.of(fields)
                .map(field -> error.path(field).stringValue(""))
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse("");
    }

    private static String lastPart(String type) {
        return type.substring(type.lastIndexOf('/') + 1);
    }
}
