package com.dmverify.api.problem;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One kind of trouble, as the caller sees it. Thrown where it is found, turned into an RFC 9457 body at the door; what a
 * caller can cause has no stack trace.
 */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final @Nullable Duration retryAfter;
    private final transient List<FieldError> errors;

    private Problem(Kind kind, String detail, @Nullable Duration retryAfter, List<FieldError> errors) {
        super(detail, null, false, false);
        this.kind = kind;
        this.retryAfter = retryAfter;
        this.errors = List.copyOf(errors);
    }

    /** Trouble with a sentence that says what to do. */
    public static Problem of(Kind kind, String detail) {
        return new Problem(kind, detail, null, List.of());
    }

    /** Trouble that goes away by itself. */
    public static Problem of(Kind kind, String detail, Duration retryAfter) {
        return new Problem(kind, detail, retryAfter, List.of());
    }

    /** Fields that cannot be used. */
    public static Problem invalid(List<FieldError> errors) {
        return new Problem(Kind.INVALID_REQUEST, "Some fields cannot be used; see errors.", null, errors);
    }

    public Kind kind() {
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

    /**
     * One field.
     *
     * @param pointer JSON pointer (RFC 6901) into the request
     * @param detail what is wrong with it and what would be right
     */
    public record FieldError(String pointer, String detail) {}
}
