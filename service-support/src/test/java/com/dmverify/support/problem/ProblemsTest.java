package com.dmverify.support.problem;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.support.ServiceSupport;
import com.dmverify.support.TestApplication;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Requests as bytes on the wire: an HTTP client would repair them. */
class ProblemsTest {

    private static TestApplication app;

    @BeforeAll
    static void start() {
        app = TestApplication.start(
                Application.class,
                "dm-verify.schemas.topic.enabled=false",
                "spring.kafka.bootstrap-servers=127.0.0.1:1",
                "spring.autoconfigure.exclude=org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid_request, GET /a%2Fb HTTP/1.1",
        "400, invalid_request, GET /a;b=c HTTP/1.1",
        "400, invalid_request, GET /a%00b HTTP/1.1",
        "400, invalid_request, GET /a//b HTTP/1.1",
        "400, invalid_request, GET /a%0ab HTTP/1.1",
        "400, invalid_request, GET /\u0001 HTTP/1.1",
        "400, invalid_request, TRACK / HTTP/1.1",
        "400, invalid_request, nonsense",
        "404, not_found, GET /nowhere HTTP/1.1",
        "405, method_not_allowed, DELETE /empty HTTP/1.1",
        "400, invalid_request, GET /empty HTTP/1.1",
        "418, invalid_request, GET /teapot HTTP/1.1",
        "500, internal, GET /broken HTTP/1.1",
        "503, unavailable, GET /away HTTP/1.1"
    })
    void everyErrorIsAProblem(int status, String code, String line) throws IOException {
        String answer = ask(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        assertThat(answer.toLowerCase(Locale.ROOT)).contains("content-type: application/problem+json");
        assertThat(answer)
                .contains("\"status\":" + status, "\"code\":\"" + code + "\"", "\"trace_id\":\"")
                .contains("\"type\":\"urn:dm-verify:problem:" + code + "\"");
    }

    @Test
    void headersThatAreTooLargeAreAProblem() throws IOException {
        String answer = ask("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(20_000) + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 431 ").contains("application/problem+json", "\"status\":431");
    }

    @Test
    void anAddressThatIsTooLongIsAProblem() throws IOException {
        String answer = ask("GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 414 ").contains("application/problem+json", "\"status\":414");
    }

    @Test
    void theTraceOfTheCallerIsNamed() throws IOException {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        String answer = ask("GET /nowhere HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\ntraceparent: 00-" + trace
                + "-00f067aa0ba902b7-01\r\n\r\n");

        assertThat(answer).contains("\"trace_id\":\"" + trace + "\"");
    }

    @Test
    void anErrorWithABodyOfItsOwnKeepsIt() throws IOException {
        String answer = ask("GET /own HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 409 ")
                .contains("text/plain", "mine")
                .doesNotContain("problem");
    }

    @Test
    void anEmptySuccessStaysEmpty() throws IOException {
        String answer = ask("GET /nothing HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 204 ").doesNotContain("problem");
    }

    private static String ask(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), app.port())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ServiceSupport
    static class Application {

        @Bean
        SecurityWebFilterChain everybody(ServerHttpSecurity http) {
            return http.authorizeExchange(exchanges -> exchanges.anyExchange().permitAll())
                    .csrf(ServerHttpSecurity.CsrfSpec::disable)
                    .build();
        }

        @Bean
        Answers answers() {
            return new Answers();
        }
    }

    @RestController
    static class Answers {

        @GetMapping("/empty")
        ResponseEntity<Void> empty() {
            return ResponseEntity.badRequest().build();
        }

        @GetMapping("/teapot")
        ResponseEntity<Void> teapot() {
            return ResponseEntity.status(418).build();
        }

        @GetMapping("/own")
        ResponseEntity<String> own() {
            return ResponseEntity.status(409).contentType(MediaType.TEXT_PLAIN).body("mine");
        }

        @GetMapping("/nothing")
        ResponseEntity<Void> nothing() {
            return ResponseEntity.noContent().build();
        }

        @GetMapping("/broken")
        String broken() {
            throw new IllegalStateException("a test");
        }

        @GetMapping("/away")
        ResponseEntity<Void> away() {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
        }
    }
}
