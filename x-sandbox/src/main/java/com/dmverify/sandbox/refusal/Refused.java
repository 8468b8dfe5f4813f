package com.dmverify.sandbox.refusal;

import com.dmverify.sandbox.wire.Fields;
import com.dmverify.sandbox.wire.Generation;
import com.dmverify.sandbox.wire.Reply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** X says no. Carries its answer; it is expected, so it has no stack trace. */
public final class Refused extends RuntimeException {

    private final transient Function<Generation, Reply> answer;
    private final transient Map<String, String> headers = new HashMap<>();

    private Refused(String message, Function<Generation, Reply> answer) {
        super(message, null, false, false);
        this.answer = answer;
    }

    public static Refused because(Refusal refusal, Object... arguments) {
        return new Refused(refusal.name(), generation -> reply(refusal, generation, arguments));
    }

    /** v2's 400: names the parameter, the value and what is wrong with it. */
    public static Refused invalid(String parameter, String value, String message) {
        Fields error =
                Fields.of("parameters", Fields.of(parameter, List.of(value))).with("message", message);
        return new Refused(message, generation -> Reply.problem(400, invalidRequest(error)));
    }

    /** v2's 400 about the body, where there is no single parameter to name. */
    public static Refused invalid(String message) {
        return new Refused(
                message,
                generation -> Reply.problem(
                        400,
                        invalidRequest(
                                Fields.of("parameters", Fields.of("", null)).with("message", message))));
    }

    /** A refusal of v2 whose reason is one of the named ones of the webhook documents. */
    public static Refused reason(int status, String reason, String detail) {
        Fields body = Fields.of("title", "Invalid Request")
                .with("type", V2Shape.PROBLEMS + "invalid-request")
                .with("status", status)
                .with("detail", detail)
                .with("reason", reason);
        return new Refused(reason, generation -> Reply.problem(status, body));
    }

    /** v2's 403 for an app whose access was restricted: a problem type of its own, and no code. */
    public static Refused clientForbidden(String appId) {
        Fields body = Fields.of("client_id", appId)
                .with(
                        "detail",
                        "When authenticating requests to the Twitter API v2 endpoints, you must use keys and tokens from a"
                                + " Twitter developer App that is attached to a Project. You can create a project via the"
                                + " developer portal.")
                .with("registration_url", "https://developer.twitter.com/en/docs/projects/overview")
                .with("title", "Client Forbidden")
                .with("required_enrollment", "Appropriate Level of API Access")
                .with("reason", "client-not-enrolled")
                .with("type", V2Shape.PROBLEMS + "client-forbidden");
        return new Refused("client-forbidden", _ -> Reply.problem(403, body));
    }

    /** Any other body, ready made. */
    public static Refused with(int status, Fields body) {
        return new Refused("refused", generation -> Reply.json(status, body));
    }

    /** Any other answer, ready made. */
    public static Refused with(Reply reply) {
        return new Refused("refused", _ -> reply);
    }

    /** The same refusal with one more header on its answer. */
    public Refused with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /** The same refusal with these headers on its answer. */
    public Refused with(Map<String, String> more) {
        headers.putAll(more);
        return this;
    }

    public Reply reply(Generation generation) {
        return answer.apply(generation).headers(headers);
    }

    /** In the shape of the generation; in the other's where it has none of its own. */
    private static Reply reply(Refusal refusal, Generation generation, Object... arguments) {
        V1Shape v1 = refusal.v1();
        V2Shape v2 = refusal.v2();
        if (v2 != null && (generation == Generation.V2 || v1 == null)) {
            return Reply.problem(v2.status(), v2.body(arguments));
        }
        if (v1 == null) {
            throw new IllegalStateException(refusal + " has no shape");
        }
        return Reply.json(v1.status(), v1.body(arguments));
    }

    private static Fields invalidRequest(Fields error) {
        return Fields.of("errors", List.of(error))
                .with("title", "Invalid Request")
                .with("detail", "One or more parameters to your request was invalid.")
                .with("type", V2Shape.PROBLEMS + "invalid-request")
                .with("status", 400);
    }
}
