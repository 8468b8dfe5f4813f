package com.dmverify.api.problem;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * An error that the caller can act on, as an RFC 9457 problem. Its properties are {@code code} and, where they help,
 * {@code errors}, {@code limit} and {@code retry_after} (seconds; the header {@code Retry-After} says the same). It has no stack
 * trace, because callers cause it.
 */
public final class Problem extends ErrorResponseException {

    private static final long serialVersionUID = 1L;
    private static final String ERRORS = "errors";
    private static final String LIMIT = "limit";

    private final ProblemType type;
    private final @Nullable Duration retryAfter;

    private Problem(ProblemType type, String detail, @Nullable Duration retryAfter) {
        super(HttpStatusCode.valueOf(type.status()), body(type, detail), null);
        this.type = type;
        this.retryAfter = retryAfter;
        if (retryAfter != null) {
            long seconds = seconds(retryAfter);
            getBody().setProperty("retry_after", seconds);
            getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        }
    }

    /** Rounded up, at least 1: a client that repeats the request then is not refused again. */
    public static long seconds(Duration retryAfter) {
        return Math.max(1, retryAfter.plusMillis(999).toSeconds());
    }

    private static ProblemDetail body(ProblemType type, String detail) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(type.status()), detail);
        body.setType(type.uri());
        body.setTitle(type.title());
        body.setProperty("code", type.code());
        return body;
    }

    /** A problem with a sentence that says what to do. */
    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, null);
    }

    /** A problem that passes by itself. */
    public static Problem of(ProblemType type, String detail, Duration retryAfter) {
        return new Problem(type, detail, retryAfter);
    }

    /** The given parts of the request cannot be used. */
    public static Problem invalid(List<FieldError> errors) {
        Problem problem = of(ProblemType.INVALID_REQUEST, "Some fields cannot be used; see errors.");
        problem.getBody().setProperty(ERRORS, List.copyOf(errors));
        return problem;
    }

    /** A field of the body cannot be used. */
    public static Problem invalid(String pointer, String detail) {
        return invalid(List.of(new FieldError(pointer, detail)));
    }

    /** A header cannot be used. */
    public static Problem invalidHeader(String name, String detail) {
        return invalid(List.of(FieldError.ofHeader(name, detail)));
    }

    /** A query parameter cannot be used. */
    public static Problem invalidParameter(String name, String detail) {
        return invalid(List.of(FieldError.ofParameter(name, detail)));
    }

    /**
     * A rate limit is reached.
     *
     * @param limit its name
     * @param headers the fields {@code RateLimit} and {@code RateLimit-Policy}
     */
    public static Problem limited(String limit, String detail, Duration retryAfter, Map<String, String> headers) {
        Problem problem = of(ProblemType.LIMITED, detail, retryAfter);
        problem.getBody().setProperty(LIMIT, limit);
        headers.forEach(problem.getHeaders()::set);
        return problem;
    }

    public ProblemType type() {
        return type;
    }

    public String detail() {
        return String.valueOf(getBody().getDetail());
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    @SuppressWarnings("unchecked") // only this class sets the property
    public List<FieldError> errors() {
        return (List<FieldError>) property(ERRORS).orElse(List.of());
    }

    /** The name of the rate limit that is reached. */
    public @Nullable String limit() {
        return (String) property(LIMIT).orElse(null);
    }

    private Optional<Object> property(String name) {
        return Optional.ofNullable(getBody().getProperties()).map(properties -> properties.get(name));
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
