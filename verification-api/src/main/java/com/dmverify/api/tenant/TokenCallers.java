package com.dmverify.api.tenant;

import com.dmverify.api.problem.Problem;
import com.dmverify.api.problem.ProblemType;
import com.dmverify.api.redis.KeyHash;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Callers by access token: the tenant is the claim {@code dmv_tenant}, the rights are those of the claim {@code scope} that this
 * service knows. Every token is checked anew: signature, issuer, audience and times.
 */
final class TokenCallers {

    private static final String TENANT = "dmv_tenant";
    private static final String SCOPE = "scope";

    /** As much of a hash as names a subject, for people and counters. */
    private static final int KEY_NAME = 12;

    private static final Duration ISSUER_BACK_SOON = Duration.ofSeconds(5);

    private final ReactiveJwtDecoder decoder;
    private final Tenants tenants;

    TokenCallers(TokenProperties properties, Tenants tenants, Clock clock) {
        this(decoder(properties, clock), tenants);
    }

    private TokenCallers(ReactiveJwtDecoder decoder, Tenants tenants) {
        this.decoder = decoder;
        this.tenants = tenants;
    }

    private static ReactiveJwtDecoder decoder(TokenProperties properties, Clock clock) {
        NimbusReactiveJwtDecoder decoder = NimbusReactiveJwtDecoder.withJwkSetUri(
                        Objects.requireNonNull(properties.jwkSetUri()).toString())
                .jwsAlgorithms(all -> properties.algorithms().stream()
                        .map(TokenCallers::algorithm)
                        .forEach(all::add))
                .build();
        JwtTimestampValidator times = new JwtTimestampValidator(properties.clockSkew());
        times.setClock(clock);
        times.setAllowEmptyExpiryClaim(false);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                times,
                new JwtIssuerValidator(Objects.requireNonNull(properties.issuer())),
                isFor(Objects.requireNonNull(properties.audience()))));
        return decoder;
    }

    private static SignatureAlgorithm algorithm(String name) {
        SignatureAlgorithm algorithm = SignatureAlgorithm.from(name);
        if (algorithm == null) {
            throw new IllegalArgumentException("dm-verify.jwt.algorithms: '" + name + "' is not among "
                    + Arrays.toString(SignatureAlgorithm.values()));
        }
        return algorithm;
    }

    private static OAuth2TokenValidator<Jwt> isFor(String audience) {
        OAuth2Error wrong = new OAuth2Error("invalid_token", "The token is for another audience", null);
        return token -> token.getAudience() != null && token.getAudience().contains(audience)
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(wrong);
    }

    /** Whether this is a token and no API key, which has no dots. */
    static boolean isToken(String bearer) {
        return bearer.chars().filter(letter -> letter == '.').count() == 2;
    }

    /**
     * The caller with this token.
     *
     * @throws Problem through the Mono, if the token is not good, names no tenant of ours, or cannot be checked now
     */
    Mono<Caller> caller(String token) {
        return decoder.decode(token)
                .onErrorMap(BadJwtException.class, bad -> invalid())
                .onErrorMap(
                        JwtException.class,
                        unchecked -> Problem.of(
                                ProblemType.UNAVAILABLE,
                                "The keys of the token's issuer cannot be read. Try again.",
                                ISSUER_BACK_SOON))
                .map(this::caller);
    }

    private Caller caller(Jwt token) {
        String tenant = text(token, TENANT);
        String subject = KeyHash.of("subject", tenant, token.getSubject());
        return tenants.caller(tenant == null ? "" : tenant, scopes(token), subject.substring(0, KEY_NAME))
                .orElseThrow(() -> Problem.of(
                        ProblemType.FORBIDDEN,
                        "The token's claim " + TENANT + " does not name a tenant of this service."));
    }

    /** Words that are no rights here are another service's. */
    private static Set<String> scopes(Jwt token) {
        String scope = text(token, SCOPE);
        return Arrays.stream((scope == null ? "" : scope).split(" ", -1))
                .filter(Scopes.WORDS::contains)
                .collect(Collectors.toSet());
    }

    private static @Nullable String text(Jwt token, String claim) {
        return token.getClaims().get(claim) instanceof String text ? text : null;
    }

    private static Problem invalid() {
        Problem problem = Problem.of(
                ProblemType.UNAUTHENTICATED,
                "The access token is not good: wrong signature, issuer or audience, or expired.");
        problem.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
        return problem;
    }
}
