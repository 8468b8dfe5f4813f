package com.dmverify.sandbox.v2;

import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.http.Reply;
import java.util.List;

/** Errors of v2's lookups: HTTP 200 with {@code errors} and without {@code data} (recorded). */
public final class LookupErrors {

    private static final String NOT_FOUND = "https://api.twitter.com/2/problems/resource-not-found";

    private LookupErrors() {}

    public static Reply notFound(String kind, String parameter, String value) {
        return Reply.json(200, JsonObject.of("errors", List.of(missing(kind, parameter, value))));
    }

    public static JsonObject missing(String kind, String parameter, String value) {
        return error(
                kind,
                parameter,
                value,
                "Not Found Error",
                "Could not find " + kind + " with " + parameter + ": [" + value + "].");
    }

    /** Differs from "not found" in title and detail only; the type is the same (recorded). */
    public static JsonObject suspended(String parameter, String value) {
        return error("user", parameter, value, "Forbidden", "User has been suspended: [" + value + "].");
    }

    /** A protected account that the caller does not follow. */
    public static JsonObject notAuthorized(String parameter, String value) {
        return error(
                        "user",
                        parameter,
                        value,
                        "Authorization Error",
                        "Sorry, you are not authorized to see the user with " + parameter + ": [" + value + "].")
                .with("type", "https://api.twitter.com/2/problems/not-authorized-for-resource");
    }

    private static JsonObject error(String kind, String parameter, String value, String title, String detail) {
        return JsonObject.of("value", value)
                .with("detail", detail)
                .with("title", title)
                .with("resource_type", kind)
                .with("parameter", parameter)
                .with("resource_id", value)
                .with("type", NOT_FOUND);
    }
}
