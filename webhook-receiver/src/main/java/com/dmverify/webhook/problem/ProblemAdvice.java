package com.dmverify.webhook.problem;

import com.dmverify.webhook.app.UnknownAppException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.reactive.result.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Maps exceptions to problems. */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler(UnknownAppException.class)
    ResponseEntity<Object> unknownApp(UnknownAppException e) {
        return Problem.of(HttpStatus.NOT_FOUND, "unknown_app")
                .detail("No X app of this name is configured here: see dm-verify.webhook.apps.")
                .response();
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<Object> unexpected(Exception e) {
        LOG.atError().setCause(e).log("webhook.unexpected_error");
        return Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal_error")
                .detail("The delivery may not be recorded; send it again.")
                .response();
    }

    /** Adds a code to the problems of the framework (unknown path, wrong method). */
    @Override
    protected Mono<ResponseEntity<Object>> createResponseEntity(
            @Nullable Object body, @Nullable HttpHeaders headers, HttpStatusCode status, ServerWebExchange exchange) {
        if (body instanceof ProblemDetail problem) {
            HttpStatus known = HttpStatus.resolve(status.value());
            Problem.mark(problem, known == null ? "refused" : known.name().toLowerCase(Locale.ROOT));
        }
        return super.createResponseEntity(body, headers, status, exchange);
    }
}
