package com.dmverify.sandbox.error;

import com.dmverify.sandbox.http.JsonObject;
import com.google.errorprone.annotations.Immutable;
import java.util.List;

/** {@code {"errors":[{"code":N,"message":"…"}]}}. */
@Immutable
record V1ErrorBody(int status, int code, String message) {

    JsonObject body(Object... arguments) {
        return JsonObject.of(
                "errors",
                List.of(JsonObject.of("code", code).with("message", MessageTemplate.fill(message, arguments))));
    }
}
