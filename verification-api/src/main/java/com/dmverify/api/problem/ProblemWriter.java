package com.dmverify.api.problem;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem as the answer, whichever layer found it. */
@Component
class ProblemWriter {

    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");

    private final JsonMapper json;
    private final SecureRandom random = new SecureRandom();

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    Mono<Void> write(ServerWebExchange exchange, Problem problem) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(HttpStatusCode.valueOf(problem.kind().status()));
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.kind() == Kind.UNAUTHENTICATED) {
            response.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        Long retryAfter = ProblemBody.retryAfterSeconds(problem);
        if (retryAfter != null) {
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, retryAfter.toString());
        }
        byte[] body = json.writeValueAsBytes(ProblemBody.of(problem, traceId(exchange)));
        DataBuffer buffer = response.bufferFactory().wrap(body);
        return response.writeWith(Mono.just(buffer));
    }

    /** The caller's trace (W3C Trace Context), else a name of our own, so that logs can be found. */
    String traceId(ServerWebExchange exchange) {
        return exchange.getAttributes()
                .computeIfAbsent(ProblemWriter.class.getName(), key -> {
                    String parent = exchange.getRequest().getHeaders().getFirst("traceparent");
                    Matcher matcher = TRACEPARENT.matcher(parent == null ? "" : parent);
                    byte[] own = new byte[16];
                    random.nextBytes(own);
                    return matcher.matches() ? matcher.group(1) : HexFormat.of().formatHex(own);
                })
                .toString();
    }
}
