package com.dmverify.sandbox.control;

import com.dmverify.sandbox.wire.Fields;
import com.dmverify.sandbox.wire.Reply;

/** An instruction that cannot be carried out; says what to do instead. Becomes {@code application/problem+json}. */
public final class Complaint extends RuntimeException {

    private final int status;
    private final String title;
    private final String code;

    private Complaint(int status, String title, String code, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.title = title;
        this.code = code;
    }

    public static Complaint badRequest(String detail) {
        return new Complaint(400, "Bad Request", "bad_request", detail);
    }

    public static Complaint notFound(String detail) {
        return new Complaint(404, "Not Found", "not_found", detail);
    }

    public static Complaint conflict(String detail) {
        return new Complaint(409, "Conflict", "conflict", detail);
    }

    public Reply reply() {
        return Reply.problem(
                status,
                Fields.of("type", "about:blank")
                        .with("title", title)
                        .with("status", status)
                        .with("detail", getMessage())
                        .with("code", code));
    }
}
