package com.dmverify.sandbox.error;

import com.dmverify.sandbox.http.ApiVersion;
import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.http.Reply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** An error of X's API with its answer. It is expected, so it has no stack trace. */
public final class ApiException extends RuntimeException {

    private final transient Function<ApiVersion, Reply> answer;
    private final transient Map<String, String> headers = new HashMap<>();

    private ApiException(String message, Function<ApiVersion, Reply> answer) {
        super(message, null, false, false);
        this.answer = answer;
    }

    public static ApiException of(ApiError error, Object... arguments) {
        return new ApiException(error.name(), apiVersion -> reply(error, apiVersion, arguments));
    }

    /** v2's 400 that names the parameter, the value and the problem. */
    public static ApiException invalid(String parameter, String value, String message) {
        JsonObject error = JsonObject.of("parameters", JsonObject.of(parameter, List.of(value)))
                .with("message", message);
        return new ApiException(message, apiVersion -> Reply.problem(400, invalidRequest(error)));
    }

    /** v2's 400 about the body, without a parameter. */
    public static ApiException invalid(String message) {
        return new ApiException(
                message,
                apiVersion -> Reply.problem(
                        400,
                        invalidRequest(JsonObject.of("parameters", JsonObject.of("", null))
                                .with("message", message))));
    }

    /** An error of v2 with a reason of X's webhook documents. */
    public static ApiException reason(int status, String reason, String detail) {
        JsonObject body = JsonObject.of("title", "Invalid Request")
                .with("type", V2Problem.PROBLEMS + "invalid-request")
                .with("status", status)
                .with("detail", detail)
                .with("reason", reason);
        return new ApiException(reason, apiVersion -> Reply.problem(status, body));
    }

    /** v2's 403 for a restricted app: a problem type of its own, without a code. */
    public static ApiException clientForbidden(String appId) {
        JsonObject body = JsonObject.of("client_id", appId)
                .with(
                        "detail",
                        "When authenticating requests to the Twitter API v2 endpoints, you must use keys and tokens from a"
                                + " Twitter developer App that is attached to a Project. You can create a project via the"
                                + " developer portal.")
                .with("registration_url", "https://developer.twitter.com/en/docs/projects/overview")
                .with("title", "Client Forbidden")
                .with("required_enrollment", "Appropriate Level of API Access")
                .with("reason", "client-not-enrolled")
                .with("type", V2Problem.PROBLEMS + "client-forbidden");
        return new ApiException("client-forbidden", _ -> Reply.problem(403, body));
    }

    /** An error with this body. */
    public static ApiException with(int status, JsonObject body) {
        return new ApiException("refused", apiVersion -> Reply.json(status, body));
    }

    /** An error with this answer. */
    public static ApiException with(Reply reply) {
        return new ApiException("refused", _ -> reply);
    }

    /** Adds a header to the answer. */
    public ApiException with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /** Adds headers to the answer. */
    public ApiException with(Map<String, String> more) {
        headers.putAll(more);
        return this;
    }

    public Reply reply(ApiVersion apiVersion) {
        return answer.apply(apiVersion).headers(headers);
    }

    /** The answer in the format of the API version, or in the other format if there is only one. */
    private static Reply reply(ApiError error, ApiVersion apiVersion, Object... arguments) {
        V1ErrorBody v1 = error.v1();
        V2Problem v2 = error.v2();
        if (v2 != null && (apiVersion == ApiVersion.V2 || v1 == null)) {
            return Reply.problem(v2.status(), v2.body(arguments));
        }
        if (v1 == null) {
            throw new IllegalStateException(error + " has no format");
        }
        return Reply.json(v1.status(), v1.body(arguments));
    }

    private static JsonObject invalidRequest(JsonObject error) {
        return JsonObject.of("errors", List.of(error))
                .with("title", "Invalid Request")
                .with("detail", "One or more parameters to your request was invalid.")
                .with("type", V2Problem.PROBLEMS + "invalid-request")
                .with("status", 400);
    }
}
