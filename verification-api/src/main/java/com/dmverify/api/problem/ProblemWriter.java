package com.dmverify.api.problem;

import com.dmverify.api.trace.RequestTrace;
import com.dmverify.support.problem.LoggedPath;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem as the answer, with the {@code trace_id} of the request, and logs it. */
@Component
class ProblemWriter {

    private static final Logger log = LoggerFactory.getLogger(ProblemWriter.class);

    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    /** Writes the problem; its cause is logged if the service is at fault. */
    Mono<Void> write(ServerWebExchange exchange, Problem problem, Throwable cause) {
        String traceId = RequestTrace.of(exchange).id();
        boolean isOurs = problem.getStatusCode().is5xxServerError();
        log.atLevel(isOurs ? Level.ERROR : Level.INFO)
                .addKeyValue("trace_id", traceId)
                .addKeyValue("path", LoggedPath.of(exchange))
                .addKeyValue("code", problem.type().code())
                .setCause(isOurs ? cause : null)
                .log(isOurs ? "request.failed" : "request.refused");
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(problem.getStatusCode());
        response.getHeaders().putAll(problem.getHeaders());
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        ProblemDetail body = problem.getBody();
        body.setProperty("trace_id", traceId);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(json.writeValueAsBytes(body))));
    }
}
