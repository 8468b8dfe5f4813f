package com.dmverify.sandbox.v1;

import com.dmverify.sandbox.decision.Attempt;
import com.dmverify.sandbox.refusal.Refusal;
import com.dmverify.sandbox.refusal.Refused;
import tools.jackson.databind.JsonNode;

/** The JSON bodies of v1.1: said to be JSON, and an object. */
public final class V1Body {

    private V1Body() {}

    public static JsonNode of(Attempt attempt) {
        return attempt.call()
                .json()
                .filter(json -> attempt.call().isJson() && json.isObject())
                .orElseThrow(() -> Refused.because(
                        Refusal.BAD_REQUEST,
                        "Bad request: the body is not a JSON object with content-type application/json."));
    }
}
