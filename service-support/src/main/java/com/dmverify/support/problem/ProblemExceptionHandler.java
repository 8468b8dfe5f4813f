package com.dmverify.support.problem;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Turns what no other handler has turned into an answer into a problem: unknown paths, wrong methods, errors of the service.
 * Takes the place of Spring Boot's own handler, which answers in another shape.
 */
@Order(-1)
final class ProblemExceptionHandler implements ErrorWebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemExceptionHandler.class);
    private static final int INTERNAL = 500;

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(error);
        }
        int status = INTERNAL;
        if (error instanceof ErrorResponse answer) {
            status = answer.getStatusCode().value();
            exchange.getResponse().getHeaders().putAll(answer.getHeaders());
        }
        if (status >= INTERNAL) {
            log.atError()
                    .addKeyValue("trace_id", ProblemFilter.traceId(exchange))
                    .addKeyValue("path", LoggedPath.of(exchange))
                    .setCause(error)
                    .log("request.failed");
        }
        exchange.getResponse().setStatusCode(HttpStatusCode.valueOf(status));
        return ProblemFilter.write(exchange, exchange.getResponse(), status);
    }
}
