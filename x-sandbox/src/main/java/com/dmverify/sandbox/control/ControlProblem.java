package com.dmverify.sandbox.control;

import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.http.Reply;

/** A control call that cannot be carried out. Its detail says what to do instead; it becomes {@code application/problem+json}. */
public final class ControlProblem extends RuntimeException {

    private final int status;
    private final String title;
    private final String code;

    private ControlProblem(int status, String title, String code, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.title = title;
        this.code = code;
    }

    public static ControlProblem badRequest(String detail) {
        return new ControlProblem(400, "Bad Request", "bad_request", detail);
    }

    public static ControlProblem notFound(String detail) {
        return new ControlProblem(404, "Not Found", "not_found", detail);
    }

    public static ControlProblem conflict(String detail) {
        return new ControlProblem(409, "Conflict", "conflict", detail);
    }

    public Reply reply() {
        return Reply.problem(
                status,
                JsonObject.of("type", "about:blank")
                        .with("title", title)
                        .with("status", status)
                        .with("detail", getMessage())
                        .with("code", code));
    }
}
