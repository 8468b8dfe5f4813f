package com.dmverify.sandbox.v1.dm;

import com.dmverify.sandbox.error.ApiError;
import com.dmverify.sandbox.error.ApiException;
import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.v1.V1TextFields;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** {@code quick_reply}: 1 to 20 options; descriptions for all or for none. */
final class V1QuickReplies {

    private static final int MOST = 20;
    private static final int LABEL = 36;
    private static final int DESCRIPTION = 72;
    private static final int METADATA = 1000;

    private V1QuickReplies() {}

    static JsonObject read(JsonNode quickReply) {
        if (!"options".equals(quickReply.path("type").asString(""))) {
            throw wrong("quick_reply.type must be options.");
        }
        JsonNode options = quickReply.path("options");
        if (!options.isArray() || options.isEmpty() || options.size() > MOST) {
            throw wrong("quick_reply.options must have 1 to " + MOST + " options.");
        }
        List<JsonObject> all = new ArrayList<>();
        int described = 0;
        for (JsonNode option : options) {
            JsonObject read = option(option);
            described += read.containsKey("description") ? 1 : 0;
            all.add(read);
        }
        if (described != 0 && described != all.size()) {
            throw wrong("quick_reply.options: all options have a description or none.");
        }
        return JsonObject.of("type", "options").with("options", all);
    }

    private static JsonObject option(JsonNode option) {
        String label = V1TextFields.atMost(option, "label", LABEL);
        if (label == null || label.isBlank() || label.contains("://")) {
            throw wrong("quick_reply.options.label is required and must not be a URL.");
        }
        return JsonObject.of("label", label)
                .with("description", V1TextFields.atMost(option, "description", DESCRIPTION))
                .with("metadata", V1TextFields.atMost(option, "metadata", METADATA));
    }

    private static ApiException wrong(String text) {
        return ApiException.of(ApiError.BAD_REQUEST, text);
    }
}
