package com.dmverify.sandbox.v1;

import com.dmverify.sandbox.error.ApiError;
import com.dmverify.sandbox.error.ApiException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads optional texts with a maximum length. */
public final class V1TextFields {

    private V1TextFields() {}

    public static @Nullable String atMost(JsonNode object, String name, int longest) {
        JsonNode node = object.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isString() || characters(node.stringValue()) > longest) {
            throw ApiException.of(
                    ApiError.BAD_REQUEST, name + " must be a text of at most " + longest + " characters.");
        }
        return node.stringValue();
    }

    /** Counts code points, as X does. */
    private static int characters(String text) {
        return text.codePointCount(0, text.length());
    }
}
