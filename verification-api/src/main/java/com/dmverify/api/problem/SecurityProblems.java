package com.dmverify.api.problem;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Turns the refusals of the security chain, which stands before every controller, into problems. */
@Component
public class SecurityProblems
        implements ServerAuthenticationEntryPoint, ServerAccessDeniedHandler, ServerExchangeRejectedHandler {

    private final ProblemWriter writer;

    SecurityProblems(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException refusal) {
        return writer.write(
                exchange,
                Problem.of(ProblemType.UNAUTHENTICATED, "Send a valid API key: Authorization: Bearer <api key>."));
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException refusal) {
        return writer.write(
                exchange,
                Problem.of(
                        ProblemType.FORBIDDEN,
                        "The key lacks the scope for this call: checks:write for checks, verifications:read to read,"
                                + " verifications:write for the rest."));
    }

    /** An address that could be read in two ways never reaches a controller. */
    @Override
    public Mono<Void> handle(ServerWebExchange exchange, ServerExchangeRejectedException refusal) {
        return writer.write(
                exchange,
                Problem.of(
                        ProblemType.INVALID_REQUEST,
                        "The address or a header has characters that are not taken here, such as %2F, ; or control characters."));
    }
}
