package com.dmverify.api.tenant;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Access tokens (JWT, RFC 9068) beside API keys; off unless all three of issuer, audience and JWK set are given, because a token
 * that was made for another service must not be good here.
 *
 * @param issuer the claim {@code iss} of a good token
 * @param audience is in the claim {@code aud} of a good token
 * @param jwkSetUri where the issuer's public keys are
 * @param algorithms of signatures; symmetric ones and none are not possible
 * @param clockSkew by so much the issuer's clock and ours may differ
 */
@ConfigurationProperties("dm-verify.jwt")
record TokenProperties(
        @Nullable String issuer,
        @Nullable String audience,
        @Nullable URI jwkSetUri,
        @DefaultValue({"RS256", "ES256"}) Set<String> algorithms,
        @DefaultValue("30s") Duration clockSkew) {

    TokenProperties {
        long given = Stream.of(issuer, audience, jwkSetUri)
                .filter(value -> value != null && !value.toString().isBlank())
                .count();
        if (given != 0 && given != 3) {
            throw new IllegalArgumentException(
                    "dm-verify.jwt: issuer, audience and jwk-set-uri are needed together: a token of another issuer, or for"
                            + " another service, must not be good here");
        }
        if (algorithms.isEmpty() || clockSkew.isNegative()) {
            throw new IllegalArgumentException("dm-verify.jwt: algorithms are named, and clock-skew is not negative");
        }
    }

    boolean isOn() {
        return jwkSetUri != null;
    }
}
