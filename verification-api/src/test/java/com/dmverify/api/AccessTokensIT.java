package com.dmverify.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.local.LocalServices;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Access tokens of an issuer beside API keys. */
class AccessTokensIT {

    private static final String ISSUER = "https://issuer.example";
    private static final String AUDIENCE = "dm-verify";
    private static RSAKey key;
    private static RSAKey otherKey;
    private static HttpServer issuer;
    private static RunningApi api;

    @BeforeAll
    static void start() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("2026-11").generate();
        otherKey = new RSAKeyGenerator(2048).keyID("2026-11").generate();
        byte[] jwks = new JWKSet(key.toPublicJWK()).toString().getBytes(UTF_8);
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.createContext("/jwks", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, jwks.length);
            exchange.getResponseBody().write(jwks);
            exchange.close();
        });
        issuer.start();
        api = new RunningApi(
                LocalServices.shared(),
                "dm-verify.topics.prefix=tokens.",
                "dm-verify.jwt.issuer=" + ISSUER,
                "dm-verify.jwt.audience=" + AUDIENCE,
                "dm-verify.jwt.jwk-set-uri=http://127.0.0.1:"
                        + issuer.getAddress().getPort() + "/jwks");
    }

    @AfterAll
    static void stop() {
        api.close();
        issuer.stop(0);
    }

    @Test
    void aTokenIsACallerOfItsTenantWithItsScopes() throws JOSEException {
        ResponseSpec started = start(signed(claims -> claims), "token_1");

        String id = id(started);
        api.as(RunningApi.KEY)
                .get()
                .uri("/v1/verifications/" + id)
                .exchange()
                .expectStatus()
                .isOk();
        api.as(RunningApi.OTHER_TENANT_KEY)
                .get()
                .uri("/v1/verifications/" + id)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void aTokenWithoutTheScopeOrWithoutATenantOfOursIsForbidden() throws JOSEException {
        refused(signed(claims -> claims.claim("scope", "verifications:read openid")), 403, "forbidden");
        refused(signed(claims -> claims.claim("scope", null)), 403, "forbidden");
        refused(signed(claims -> claims.claim("dmv_tenant", null)), 403, "forbidden");
        refused(signed(claims -> claims.claim("dmv_tenant", "acmee")), 403, "forbidden");
        refused(signed(claims -> claims.claim("dmv_tenant", 7)), 403, "forbidden");
    }

    @Test
    void aTokenThatIsNotGoodHereIsNone() throws JOSEException {
        refused(signed(claims -> claims.issuer("https://other.example")), 401, "unauthenticated");
        refused(signed(claims -> claims.issuer(null)), 401, "unauthenticated");
        refused(signed(claims -> claims.audience("another-service")), 401, "unauthenticated");
        refused(signed(claims -> claims.audience((String) null)), 401, "unauthenticated");
        refused(signed(claims -> claims.expirationTime(date(Duration.ofMinutes(-1)))), 401, "unauthenticated");
        refused(signed(claims -> claims.expirationTime(null)), 401, "unauthenticated");
        refused(signed(claims -> claims.notBeforeTime(date(Duration.ofMinutes(1)))), 401, "unauthenticated");
        refused(signed(otherKey, JWSAlgorithm.RS256, claims()), 401, "unauthenticated");
        refused("a.b.c", 401, "unauthenticated");
    }

    @Test
    void anAlgorithmThatIsNotListedIsRefused() throws JOSEException {
        refused(signed(key, JWSAlgorithm.RS512, claims()), 401, "unauthenticated");
        refused(new PlainJWT(claims().build()).serialize(), 401, "unauthenticated");
        SignedJWT symmetric = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims().build());
        symmetric.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
        refused(symmetric.serialize(), 401, "unauthenticated");
    }

    @Test
    void anExpiredTokenIsRefusedByTheClockOfTheService() throws JOSEException {
        String token = signed(claims -> claims);
        start(token, "token_2").expectStatus().isAccepted();

        api.clock.advance(Duration.ofMinutes(6));

        start(token, "token_2").expectStatus().isUnauthorized();
    }

    private static void refused(String token, int status, String code) {
        start(token, "token_3")
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
    }

    private static ResponseSpec start(String token, String handle) {
        return api.as(token)
                .post()
                .uri("/v1/verifications")
                .bodyValue(Map.of("target", Map.of("handle", handle)))
                .exchange();
    }

    private static String id(ResponseSpec answer) {
        Map<?, ?> body = answer.expectStatus()
                .isAccepted()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        assertThat(body).isNotNull();
        return String.valueOf(body.get("id"));
    }

    private static String signed(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        return signed(key, JWSAlgorithm.RS256, change.apply(claims()));
    }

    private static String signed(RSAKey by, JWSAlgorithm algorithm, JWTClaimsSet.Builder claims) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(algorithm).keyID(by.getKeyID()).build(), claims.build());
        token.sign(new RSASSASigner(by));
        return token.serialize();
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject("service-1")
                .expirationTime(date(Duration.ofMinutes(5)))
                .claim("dmv_tenant", "acme")
                .claim("scope", "openid verifications:write checks:write");
    }

    private static Date date(Duration later) {
        return Date.from(api.clock.instant().plus(later));
    }
}
