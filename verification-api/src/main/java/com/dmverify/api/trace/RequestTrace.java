package com.dmverify.api.trace;

import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Gives every request a trace: the caller's, else a new one. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class RequestTrace implements WebFilter {

    /** The id by which a caller and we speak of one request: the trace's. */
    private static final String REQUEST_ID = "Request-Id";

    private static final String ATTRIBUTE = RequestTrace.class.getName();

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getResponse().getHeaders().set(REQUEST_ID, of(exchange).id());
        return chain.filter(exchange).contextWrite(CurrentTrace.is(of(exchange)));
    }

    /** The trace of this request, the same for its whole life. */
    public static Trace of(ServerWebExchange exchange) {
        return (Trace) exchange.getAttributes()
                .computeIfAbsent(ATTRIBUTE, absent -> read(exchange.getRequest().getHeaders()));
    }

    private static Trace read(HttpHeaders headers) {
        List<String> parents = headers.getValuesAsList(Trace.PARENT);
        List<String> states = headers.getValuesAsList(Trace.STATE);
        // Two parents are none: W3C Trace Context, section 3.2. Several states are one list.
        return Trace.of(
                        parents.size() == 1 ? parents.getFirst() : null,
                        states.isEmpty() ? null : String.join(",", states))
                .orElseGet(Trace::begin);
    }
}
