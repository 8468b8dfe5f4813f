package com.dmverify.x.error;

import com.dmverify.x.json.Json;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Reads what X complains about from a body of any of its shapes: {@code errors} with code and message (v1.1),
 * {@code errors} with problems (v2, also on a 200), a problem document (v2), {@code errors} or {@code error} as text
 * (old v1.1, OAuth), a bare code and message.
 */
final class Complaints {

    private static final int LONGEST_DETAIL = 300;

    private Complaints() {}

    /** All complaints, the document's own first; none where there are none. */
    static List<Complaint> in(JsonNode body) {
        return Stream.concat(
                        Stream.of(complaint(body)).filter(Complaints::saysSomething),
                        Json.each(body.path("errors"), Complaints::complaint))
                .toList();
    }

    private static boolean saysSomething(Complaint complaint) {
        return complaint.code() != 0
                || !complaint.type().isEmpty()
                || !complaint.title().isEmpty()
                || !complaint.detail().isEmpty();
    }

    private static Complaint complaint(JsonNode error) {
        Set<String> parameters = parameters(error);
        return new Complaint(
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

    // X quotes the refused value beside a parameter, and a value may be a message's text: only names are kept.
    private static String detail(JsonNode error, Set<String> parameters) {
        String words = error.path("parameters").isObject()
                ? "refused parameter"
                : first(error, "detail", "message", "error_description", "error", "errors", "reason", "title", "type");
        String said =
                words.isEmpty() || parameters.isEmpty() ? words : words + " (" + String.join(", ", parameters) + ")";
        return said.length() > LONGEST_DETAIL ? said.substring(0, LONGEST_DETAIL) : said;
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
