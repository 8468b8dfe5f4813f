package com.dmverify.api.tenant;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dmverify.api.limit.RequestLimits;
import com.dmverify.api.problem.Problem;
import com.dmverify.api.problem.ProblemType;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Finds the caller of each request by {@code Authorization: Bearer <api key>}, or where it is configured by an access token, and
 * lets through what its scopes and its rate allow. Everything that a key needs is in memory; the key itself is not kept.
 */
@Order(CallerFilter.AFTER_THE_TRACE)
final class CallerFilter implements WebFilter {

    static final int AFTER_THE_TRACE = 0;
    private static final String SCHEME = "Bearer ";

    private final Tenants tenants;
    private final @Nullable TokenCallers tokens;
    private final RequestLimits limits;

    /** @param tokens null if API keys are the only credentials */
    CallerFilter(Tenants tenants, @Nullable TokenCallers tokens, RequestLimits limits) {
        this.tenants = tenants;
        this.tokens = tokens;
        this.limits = limits;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        HttpHeaders answer = exchange.getResponse().getHeaders();
        answer.set(HttpHeaders.CACHE_CONTROL, "no-store");
        answer.set("X-Content-Type-Options", "nosniff");
        answer.set("X-Frame-Options", "DENY");
        String key = bearer(exchange.getRequest().getHeaders());
        if (key != null && tokens != null && TokenCallers.isToken(key)) {
            return tokens.caller(key).flatMap(caller -> admitted(caller, caller.key(), exchange, chain));
        }
        if (key != null) {
            String sha256 = sha256(key);
            Caller caller = tenants.withKey(sha256).orElse(null);
            if (caller == null) {
                return Mono.error(unauthenticated());
            }
            return admitted(caller, sha256, exchange, chain);
        }
        return authorized(exchange, chain);
    }

    private Mono<Void> admitted(Caller caller, String credentials, ServerWebExchange exchange, WebFilterChain chain) {
        Problem limited = limits.take(credentials);
        if (limited != null) {
            return Mono.error(limited);
        }
        caller.putInto(exchange.getAttributes());
        return authorized(exchange, chain);
    }

    private static Mono<Void> authorized(ServerWebExchange exchange, WebFilterChain chain) {
        String scope = Scopes.neededFor(exchange.getRequest());
        if (scope == null) {
            return chain.filter(exchange);
        }
        Caller caller = Caller.of(exchange.getAttributes()).orElse(null);
        if (caller == null) {
            return Mono.error(unauthenticated());
        }
        return caller.scopes().contains(scope) ? chain.filter(exchange) : Mono.error(forbidden());
    }

    private static @Nullable String bearer(HttpHeaders headers) {
        String header = headers.getFirst(HttpHeaders.AUTHORIZATION);
        return header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? null
                : header.substring(SCHEME.length()).strip();
    }

    private static Problem unauthenticated() {
        Problem problem =
                Problem.of(ProblemType.UNAUTHENTICATED, "Send a valid API key: Authorization: Bearer <api key>.");
        problem.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return problem;
    }

    private static Problem forbidden() {
        return Problem.of(
                ProblemType.FORBIDDEN,
                "The key lacks the scope for this call: checks:write for checks, verifications:read to read,"
                        + " targets:erase to erase, verifications:write for the rest.");
    }

    private static String sha256(String key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
