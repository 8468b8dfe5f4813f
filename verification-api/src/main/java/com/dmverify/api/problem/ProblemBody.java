package com.dmverify.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of an error, RFC 9457. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @JsonProperty("trace_id") String traceId,
        @JsonProperty("retry_after") @Nullable Long retryAfter,
        @Nullable String limit,
        List<FieldError> errors) {

    static ProblemBody of(Problem problem, String traceId) {
        ProblemType kind = problem.kind();
        return new ProblemBody(
                kind.type(),
                kind.title(),
                kind.status(),
                problem.detail(),
                kind.code(),
                traceId,
                retryAfterSeconds(problem),
                problem.limit(),
                problem.errors());
    }

    /** Rounded up: a client that comes back then is not turned away again. */
    static @Nullable Long retryAfterSeconds(Problem problem) {
        return problem.retryAfter() == null
                ? null
                : Math.max(1, problem.retryAfter().plusMillis(999).toSeconds());
    }
}
