package com.dmverify.sandbox.error;

import com.dmverify.sandbox.http.JsonObject;
import com.google.errorprone.annotations.Immutable;

/** X's {@code application/problem+json}. */
@Immutable
record V2Problem(int status, String title, String type, String detail) {

    /** The prefix of X's problem types; answers of 2026 were recorded with this host and with api.x.com. */
    static final String PROBLEMS = "https://api.twitter.com/2/problems/";

    JsonObject body(Object... arguments) {
        return JsonObject.of("title", title)
                .with("type", type)
                .with("status", status)
                .with("detail", MessageTemplate.fill(detail, arguments));
    }
}
