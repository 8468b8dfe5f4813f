package com.dmverify.sandbox.v2;

import com.dmverify.sandbox.decision.ApiRequest;
import com.dmverify.sandbox.error.ApiException;
import com.dmverify.sandbox.http.Json;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads JSON bodies of v2, which need the content type JSON and only documented members. */
public final class V2Body {

    private V2Body() {}

    public static JsonNode of(ApiRequest request, Set<String> known) {
        JsonNode body = of(request);
        onlyKnown(body, known);
        return body;
    }

    public static JsonNode of(ApiRequest request) {
        if (!request.call().isJson()) {
            throw ApiException.invalid("Requests with bodies must have content-type of application/json.");
        }
        return request.call()
                .json()
                .filter(JsonNode::isObject)
                .orElseThrow(() -> ApiException.invalid("The request body is not a JSON object."));
    }

    public static void onlyKnown(JsonNode object, Set<String> known) {
        for (String name : object.propertyNames()) {
            if (!known.contains(name)) {
                throw ApiException.invalid("$." + name + ": is not defined in the schema and the schema does not allow"
                        + " additional properties");
            }
        }
    }

    public static String required(JsonNode object, String name) {
        return optional(object, name)
                .orElseThrow(() -> ApiException.invalid("$." + name + ": is missing but it is required"));
    }

    /** Reads a non-empty text or number. */
    public static Optional<String> optional(JsonNode object, String name) {
        @Nullable String text = Json.text(object.path(name));
        return text == null || text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
