package com.dmverify.connections.page;

import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Runs before the password check and refuses locked-out addresses, also with the right password. */
final class LockoutFilter implements WebFilter {

    private final PasswordFailures failures;

    LockoutFilter(PasswordFailures failures) {
        this.failures = failures;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)) {
            // The browser's first request has no credentials: not an attempt.
            return chain.filter(exchange);
        }
        Optional<Duration> locked = failures.begin(exchange.getRequest().getRemoteAddress());
        return locked.map(left -> refused(exchange, left))
                .orElseGet(() ->
                        chain.filter(exchange).doOnSuccess(_ -> ended(exchange)).doOnError(_ -> ended(exchange)));
    }

    private void ended(ServerWebExchange exchange) {
        if (exchange.getResponse().getStatusCode() != HttpStatus.UNAUTHORIZED) {
            failures.succeeded(exchange.getRequest().getRemoteAddress());
        }
    }

    private static Mono<Void> refused(ServerWebExchange exchange, Duration left) {
        exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(left.toSeconds() + 1));
        return ProblemFilter.write(
                exchange,
                HttpStatus.TOO_MANY_REQUESTS,
                "Too many wrong passwords came from your address. Wait as long as Retry-After says.");
    }
}
