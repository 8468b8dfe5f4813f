package com.dmverify.sandbox.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.dmverify.sandbox.http.Exchange;
import com.dmverify.sandbox.http.Reply;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.reactor.netty.autoconfigure.NettyServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TlsProperties.class)
class TlsConfiguration {

    private static final Duration LIFE = Duration.ofDays(365);
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);

    @Bean
    X509Bundle certificate(Clock clock) throws Exception {
        Instant now = clock.instant();
        return new CertificateBuilder()
                .subject("CN=x-sandbox")
                .addSanDnsName("localhost")
                .addSanDnsName("x-sandbox")
                .addSanDnsName("api.x.com")
                .addSanDnsName("api.twitter.com")
                .addSanIpAddress("127.0.0.1")
                .notBefore(now.minus(CLOCKS_DIFFER))
                .notAfter(now.plus(LIFE))
                .setIsCertificateAuthority(true)
                .ecp256()
                .buildSelfSigned();
    }

    @Bean
    TlsServer tlsServer(
            HttpHandler handler,
            X509Bundle certificate,
            ReactorResourceFactory resources,
            TlsProperties properties,
            NettyServerProperties server) {
        return new TlsServer(handler, certificate, resources, properties.port(), server.getIdleTimeout());
    }

    /** The certificate that clients have to trust: {@code curl --cacert}. */
    @Bean
    @Order(20)
    RouterFunction<ServerResponse> certificateRouterFunction(Exchange exchange, X509Bundle certificate) {
        byte[] pem = certificate.getCertificatePEM().getBytes(US_ASCII);
        return RouterFunctions.route()
                .GET(
                        "/sandbox/certificate.pem",
                        exchange.onEventLoop(call -> Reply.text(200, "application/x-pem-file", pem)))
                .build();
    }
}
