package com.dmverify.api.trace;

import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import java.util.List;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Gives every request a trace: with tracing switched on, the span that Spring began for it; otherwise the caller's position, or
 * a new trace. Its id is the header {@code Request-Id} of every answer.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class RequestTrace implements WebFilter {

    private static final String REQUEST_ID = "Request-Id";
    private static final String ATTRIBUTE = RequestTrace.class.getName();

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getResponse().getHeaders().set(REQUEST_ID, of(exchange).id());
        return chain.filter(exchange).contextWrite(CurrentTrace.is(of(exchange)));
    }

    /** The trace of this request, the same for its whole life. */
    public static Trace of(ServerWebExchange exchange) {
        return (Trace) exchange.getAttributes().computeIfAbsent(ATTRIBUTE, absent -> read(exchange));
    }

    private static Trace read(ServerWebExchange exchange) {
        Optional<Trace> caller = caller(exchange.getRequest().getHeaders());
        return ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                .map(context -> context.<TracingContext>get(TracingContext.class))
                .map(TracingContext::getSpan)
                .map(span -> Trace.of(span.context(), caller.orElse(null)))
                .or(() -> caller)
                .orElseGet(Trace::begin);
    }

    /** Two parents are none, and several states are one list: W3C Trace Context, sections 3.2 and 3.3.1. */
    private static Optional<Trace> caller(HttpHeaders headers) {
        List<String> parents = headers.getValuesAsList(Trace.PARENT);
        List<String> states = headers.getValuesAsList(Trace.STATE);
        return parents.size() == 1
                ? Trace.of(parents.getFirst(), states.isEmpty() ? null : String.join(",", states))
                : Optional.empty();
    }
}
