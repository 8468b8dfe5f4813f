package com.dmverify.support.problem;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/**
 * The body of an error answer that no other code has written: RFC 9457, with our {@code code} and {@code trace_id}.
 */
enum ProblemBody {
    INVALID_REQUEST(400, "The request cannot be used", "Correct the address or the headers of the request."),
    UNAUTHENTICATED(401, "Credentials are needed", "Send valid credentials."),
    FORBIDDEN(403, "These credentials may not do that", "Use credentials that have the right to do this."),
    NOT_FOUND(404, "There is no such address", "Use an address from the documentation."),
    METHOD_NOT_ALLOWED(405, "This cannot be done here", "Use a method that the header Allow names."),
    NOT_ACCEPTABLE(406, "This type of answer is not available", "Accept application/json."),
    PAYLOAD_TOO_LARGE(413, "The request is too large", "Send a smaller body."),
    URI_TOO_LONG(414, "The address is too long", "Send a shorter address."),
    UNSUPPORTED_MEDIA_TYPE(415, "This type of body is not understood", "Send Content-Type: application/json."),
    TOO_MANY_REQUESTS(429, "Too many requests", "Come back after the time in Retry-After."),
    HEADERS_TOO_LARGE(431, "The headers are too large", "Send fewer or shorter headers."),
    UNAVAILABLE(503, "The service cannot answer right now", "Try again later."),
    INTERNAL(500, "Something failed in the service", "Try again; if it stays, report the trace_id.");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final int status;
    private final String title;
    private final String detail;

    ProblemBody(int status, String title, String detail) {
        this.status = status;
        this.title = title;
        this.detail = detail;
    }

    /** As JSON, in UTF-8. A status that is not in the list has the body of its class, with its own number. */
    static byte[] of(int status, String traceId) {
        ProblemBody problem = kind(status);
        HttpStatus known = HttpStatus.resolve(status);
        boolean isListed = problem.status == status;
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "urn:dm-verify:problem:" + problem.code());
        body.put("title", isListed || known == null ? problem.title : known.getReasonPhrase());
        body.put("status", status);
        body.put("detail", problem.detail);
        body.put("code", problem.code());
        body.put("trace_id", traceId);
        return JSON.writeValueAsBytes(body);
    }

    private static ProblemBody kind(int status) {
        for (ProblemBody problem : values()) {
            if (problem.status == status) {
                return problem;
            }
        }
        return status < 500 ? INVALID_REQUEST : INTERNAL;
    }

    private String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
