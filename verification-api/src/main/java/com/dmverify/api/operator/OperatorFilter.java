package com.dmverify.api.operator;

import com.dmverify.api.problem.Problem;
import com.dmverify.api.problem.ProblemType;
import com.dmverify.api.tenant.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.reactive.function.server.HandlerFilterFunction;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Lets only API keys with the scope {@code operate} through, and logs each call with its tenant. */
final class OperatorFilter implements HandlerFilterFunction<ServerResponse, ServerResponse> {

    static final String SCOPE = "operate";

    private static final Logger log = LoggerFactory.getLogger(OperatorFilter.class);

    @Override
    public Mono<ServerResponse> filter(ServerRequest request, HandlerFunction<ServerResponse> next) {
        return Caller.of(request.attributes())
                .map(caller -> call(caller, request, next))
                .orElseGet(() -> Mono.error(
                        Problem.of(ProblemType.UNAUTHENTICATED, "Send an API key: Authorization: Bearer <key>.")));
    }

    /** Who calls; every request behind this filter has a caller. */
    static Caller caller(ServerRequest request) {
        return Caller.of(request.attributes()).orElseThrow();
    }

    private static Mono<ServerResponse> call(
            Caller caller, ServerRequest request, HandlerFunction<ServerResponse> next) {
        boolean allowed = caller.scopes().contains(SCOPE);
        log.atInfo()
                .addKeyValue("tenant", caller.tenant())
                .addKeyValue("key", caller.key())
                .addKeyValue("method", request.method())
                .addKeyValue("path", request.path())
                .addKeyValue("allowed", allowed)
                .log("operator.called");
        return allowed
                ? next.handle(request)
                : Mono.error(Problem.of(ProblemType.FORBIDDEN, "This API key lacks the scope " + SCOPE + "."));
    }
}
