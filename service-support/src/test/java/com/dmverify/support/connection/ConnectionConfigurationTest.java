package com.dmverify.support.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.local.testing.RawConnection;
import com.dmverify.support.ServiceSupport;
import com.dmverify.support.TestApplication;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What a caller can hold open in a service that does nothing about it itself. */
class ConnectionConfigurationTest {

    private static final String POST = "POST /open HTTP/1.1\r\nHost: localhost\r\n";

    @Test
    void aConnectionWithEndlessHeadersIsClosed() throws Exception {
        try (TestApplication app = start("dm-verify.connection.header-timeout=300ms");
                RawConnection connection = new RawConnection(app.port())) {
            assertThat(connection.sends(POST + "X-Slow: ").readsToTheEnd()).isEmpty();
        }
    }

    @Test
    void aConnectionWithAnEndlessBodyIsClosed() throws Exception {
        try (TestApplication app = start("dm-verify.connection.read-timeout=300ms");
                RawConnection connection = new RawConnection(app.port())) {
            assertThat(connection.sends(POST + "Content-Length: 1000\r\n\r\nx").readsToTheEnd())
                    .doesNotContain("HTTP/1.1 200");
        }
    }

    @Test
    void aRefusalIsDeliveredAndEndsTheConnectionHoweverMuchOfTheBodyIsMissing() throws Exception {
        try (TestApplication app = start()) {
            for (int sent : List.of(0, 1_000, 300_000)) {
                try (RawConnection connection = new RawConnection(app.port())) {
                    connection
                            .sends(POST.replace("/open", "/closed") + "Content-Length: 1000000\r\n\r\n")
                            .sends("x".repeat(sent));

                    assertThat(connection.readsToTheEnd()).startsWith("HTTP/1.1 401");
                }
            }
        }
    }

    private static TestApplication start(String... settings) {
        List<String> all = new ArrayList<>(List.of(
                "dm-verify.schemas.topic.enabled=false",
                "spring.kafka.bootstrap-servers=127.0.0.1:1",
                "spring.autoconfigure.exclude=org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration"));
        all.addAll(Arrays.asList(settings));
        return TestApplication.start(Application.class, all.toArray(String[]::new));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ServiceSupport
    @RestController
    static class Application {

        @PostMapping("/open")
        String open(@RequestBody String body) {
            return "ok";
        }

        @Bean
        SecurityWebFilterChain open(ServerHttpSecurity http) {
            return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                    .httpBasic(basic -> {})
                    .authorizeExchange(requests -> requests.pathMatchers("/open")
                            .permitAll()
                            .anyExchange()
                            .authenticated())
                    .build();
        }
    }
}
