package com.dmverify.api.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.dmverify.api.TestPolicy;
import com.dmverify.api.limit.RequestLimits;
import com.dmverify.api.problem.Problem;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;

class CallerFilterTest {

    private static final List<String> SCOPES =
            List.of("verifications:write", "verifications:read", "checks:write", "targets:erase");

    private final CallerFilter filter = new CallerFilter(tenants(), null, RequestLimits.perSecond(5));

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/verifications, verifications:write",
        "GET, /v1/verifications, verifications:read",
        "GET, /v1/verifications/ver_1, verifications:read",
        "POST, /v1/verifications/ver_1/checks, checks:write",
        "POST, /v1/verifications/ver_1/cancel, verifications:write",
        "DELETE, /v1/targets/12, targets:erase",
        "DELETE, /v1/verifications/12, verifications:write",
        "GET, /v1/targets/12/reachability, verifications:read",
        "POST, /%761/verifications/ver_1/checks;a=b, checks:write",
        "GET, /v1, verifications:read"
    })
    void aCallNeedsItsScope(String method, String path, String scope) {
        assertThat(answer(method, path, "Bearer " + scope)).isEqualTo("passed as acme");
        SCOPES.stream()
                .filter(other -> !other.equals(scope))
                .forEach(other ->
                        assertThat(answer(method, path, "Bearer " + other)).isEqualTo("forbidden"));
        assertThat(answer(method, path, null)).isEqualTo("unauthenticated");
    }

    @ParameterizedTest
    @CsvSource({
        "bearer checks:write, passed as acme",
        "Bearer  checks:write , passed as acme",
        "Bearer unknown, unauthenticated",
        "Bearer, unauthenticated",
        "Basic checks:write, unauthenticated"
    })
    void aKeyIsSentAsABearerToken(String authorization, String expected) {
        assertThat(answer("POST", "/v1/verifications/ver_1/checks", authorization))
                .isEqualTo(expected);
    }

    @Test
    void whatIsNoCallOfTheApiNeedsNoKeyButAnUnknownOneIsRefused() {
        assertThat(answer("GET", "/v3/api-docs", null)).isEqualTo("passed as no caller");
        assertThat(answer("GET", "/v3/api-docs", "Bearer checks:write")).isEqualTo("passed as acme");
        assertThat(answer("GET", "/v3/api-docs", "Bearer unknown")).isEqualTo("unauthenticated");
    }

    @Test
    void aKeyHasItsRate() {
        for (int i = 0; i < 10; i++) {
            answer("GET", "/v1/verifications", "Bearer verifications:read");
        }

        assertThat(answer("GET", "/v1/verifications", "Bearer verifications:read"))
                .isEqualTo("limited");
        assertThat(answer("POST", "/v1/verifications", "Bearer verifications:write"))
                .isEqualTo("passed as acme");
    }

    @Test
    void noAnswerIsStored() {
        MockServerWebExchange exchange = exchange("GET", "/v3/api-docs", null);
        filter.filter(exchange, passed -> Mono.empty()).block();

        assertThat(exchange.getResponse().getHeaders().getCacheControl()).isEqualTo("no-store");
    }

    private String answer(String method, String path, String authorization) {
        MockServerWebExchange exchange = exchange(method, path, authorization);
        Mono<Void> filtered = filter.filter(
                exchange,
                passed -> Mono.fromRunnable(() -> passed.getAttributes().put("passed", true)));
        Problem problem = catchThrowableOfType(Problem.class, filtered::block);
        return problem == null
                ? "passed as "
                        + Caller.of(exchange.getAttributes())
                                .map(Caller::tenant)
                                .orElse("no caller")
                : problem.type().code();
    }

    private static MockServerWebExchange exchange(String method, String path, String authorization) {
        MockServerHttpRequest.BaseBuilder<?> request =
                MockServerHttpRequest.method(HttpMethod.valueOf(method), URI.create("http://localhost" + path));
        Optional.ofNullable(authorization).ifPresent(value -> request.header("Authorization", value));
        return MockServerWebExchange.from(request.build());
    }

    /** A tenant with one key for each scope, whose text is the scope. */
    private static Tenants tenants() {
        List<TenantProperties.Key> keys = SCOPES.stream()
                .map(scope -> new TenantProperties.Key(sha256(scope), Set.of(scope), null, false))
                .toList();
        return new Tenants(
                Map.of("acme", new TenantProperties.Tenant("demo", keys, null, false, "standard")),
                new Accounts(
                        Map.of("demo", new TenantProperties.Account("dmverify_demo", "1000000000000000001", 1, null))),
                TestPolicy.POLICIES,
                true,
                false,
                Clock.systemUTC());
    }

    private static String sha256(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
