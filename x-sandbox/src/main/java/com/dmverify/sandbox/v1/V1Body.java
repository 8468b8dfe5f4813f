package com.dmverify.sandbox.v1;

import com.dmverify.sandbox.decision.ApiRequest;
import com.dmverify.sandbox.error.ApiError;
import com.dmverify.sandbox.error.ApiException;
import tools.jackson.databind.JsonNode;

/** Reads JSON bodies of v1.1, which need the content type JSON. */
public final class V1Body {

    private V1Body() {}

    public static JsonNode of(ApiRequest request) {
        return request.call()
                .json()
                .filter(json -> request.call().isJson() && json.isObject())
                .orElseThrow(() -> ApiException.of(
                        ApiError.BAD_REQUEST,
                        "Bad request: the body is not a JSON object with content-type application/json."));
    }
}
