package com.dmverify.support.problem;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Gives every error answer that would have no body a problem: also those of filters, of Spring Security's firewall and of
 * controllers that set only a status. Answers with a body stay as they are.
 */
final class ProblemFilter implements WebFilter, Ordered {

    /** Names the trace of the request in every answer. */
    static final String REQUEST_ID = "Request-Id";

    private static final Logger log = LoggerFactory.getLogger(ProblemFilter.class);

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        WithProblem response = new WithProblem(exchange);
        return chain.filter(exchange.mutate().response(response).build())
                .then(Mono.defer(() -> response.isCommitted() ? Mono.empty() : response.setComplete()));
    }

    /** Before Spring Security's filters. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    /** The trace that an application named in the response's header {@code Request-Id}, else that of the request. */
    static String traceId(ServerWebExchange exchange) {
        String requestId = exchange.getResponse().getHeaders().getFirst(REQUEST_ID);
        return requestId != null
                ? requestId
                : TraceId.of(exchange.getRequest().getHeaders().getFirst("traceparent"));
    }

    /** Writes the problem of the response's status. */
    static Mono<Void> write(ServerWebExchange exchange, ServerHttpResponse response, int status) {
        String traceId = traceId(exchange);
        log.atDebug()
                .addKeyValue("trace_id", traceId)
                .addKeyValue("status", status)
                .log("request.refused");
        HttpHeaders headers = response.getHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.remove(HttpHeaders.CONTENT_LENGTH);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(ProblemBody.of(status, traceId))));
    }

    /** An empty error answer is completed with a problem. */
    private static final class WithProblem extends ServerHttpResponseDecorator {

        private final ServerWebExchange exchange;

        WithProblem(ServerWebExchange exchange) {
            super(exchange.getResponse());
            this.exchange = exchange;
        }

        @Override
        public Mono<Void> setComplete() {
            HttpStatusCode status = getStatusCode();
            return status == null || !status.isError() || isCommitted()
                    ? super.setComplete()
                    : write(exchange, getDelegate(), status.value());
        }
    }
}
