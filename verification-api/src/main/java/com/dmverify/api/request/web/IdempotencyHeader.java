package com.dmverify.api.request.web;

import com.dmverify.api.problem.Problem;
import com.dmverify.api.request.IdempotencyKey;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** The header {@code Idempotency-Key} of a request. */
final class IdempotencyHeader {

    static final String NAME = "Idempotency-Key";

    private IdempotencyHeader() {}

    /**
     * The key of the request; null if it has none.
     *
     * @throws Problem if it has one that cannot be used
     */
    static @Nullable IdempotencyKey of(HttpHeaders headers) {
        List<String> values = headers.getOrEmpty(NAME);
        if (values.isEmpty()) {
            return null;
        }
        if (values.size() > 1) {
            throw Problem.invalidHeader(NAME, IdempotencyKey.NEEDED);
        }
        return IdempotencyKey.read(values.getFirst())
                .orElseThrow(() -> Problem.invalidHeader(NAME, IdempotencyKey.NEEDED));
    }
}
