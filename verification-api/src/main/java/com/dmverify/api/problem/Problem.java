package com.dmverify.api.problem;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One kind of trouble, as the caller sees it. Thrown where it is found, turned into an RFC 9457 body at the door; what a
 * caller can cause has no stack trace.
 */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemType kind;
    private final @Nullable Duration retryAfter;
    private final @Nullable String limit;
    private final transient List<FieldError> errors;
    private final transient Map<String, String> headers;

    private Problem(
            ProblemType kind,
            String detail,
            @Nullable Duration retryAfter,
            @Nullable String limit,
            List<FieldError> errors,
            Map<String, String> headers) {
        super(detail, null, false, false);
        this.kind = kind;
        this.retryAfter = retryAfter;
        this.limit = limit;
        this.errors = List.copyOf(errors);
        this.headers = Map.copyOf(headers);
    }

    /** Trouble with a sentence that says what to do. */
    public static Problem of(ProblemType kind, String detail) {
        return new Problem(kind, detail, null, null, List.of(), Map.of());
    }

    /** Trouble that goes away by itself. */
    public static Problem of(ProblemType kind, String detail, Duration retryAfter) {
        return new Problem(kind, detail, retryAfter, null, List.of(), Map.of());
    }

    /** Fields that cannot be used. */
    public static Problem invalid(List<FieldError> errors) {
        return new Problem(
                ProblemType.INVALID_REQUEST, "Some fields cannot be used; see errors.", null, null, errors, Map.of());
    }

    /** One field of the body that cannot be used. */
    public static Problem invalid(String pointer, String detail) {
        return invalid(List.of(new FieldError(pointer, detail)));
    }

    /** A header that cannot be used. */
    public static Problem invalidHeader(String name, String detail) {
        return invalid(List.of(FieldError.ofHeader(name, detail)));
    }

    /** A parameter of the address that cannot be used. */
    public static Problem invalidParameter(String name, String detail) {
        return invalid(List.of(FieldError.ofParameter(name, detail)));
    }

    /** A limit is reached: its name, and the header fields that tell it. */
    public static Problem limited(String limit, String detail, Duration retryAfter, Map<String, String> headers) {
        return new Problem(ProblemType.LIMITED, detail, retryAfter, limit, List.of(), headers);
    }

    public ProblemType kind() {
        return kind;
    }

    /** The sentence. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** The name of the limit that is reached. */
    public @Nullable String limit() {
        return limit;
    }

    /** What the answer carries beside its body. */
    public Map<String, String> headers() {
        return headers;
    }
}
