package com.dmverify.api.problem;

import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Answers requests without a valid API key, and those whose key lacks the scope, with problems. */
@Component
public class SecurityProblems implements ServerAuthenticationEntryPoint, ServerAccessDeniedHandler {

    private final ProblemWriter writer;

    SecurityProblems(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException error) {
        Problem problem =
                Problem.of(ProblemType.UNAUTHENTICATED, "Send a valid API key: Authorization: Bearer <api key>.");
        problem.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return writer.write(exchange, problem, error);
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException error) {
        return writer.write(
                exchange,
                Problem.of(
                        ProblemType.FORBIDDEN,
                        "The key lacks the scope for this call: checks:write for checks, verifications:read to read,"
                                + " targets:erase to erase, verifications:write for the rest."),
                error);
    }
}
