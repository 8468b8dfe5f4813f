package com.dmverify.support.drain;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.support.ServiceSupport;
import com.dmverify.support.TestApplication;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

class DrainTest {

    private static final String REQUEST = "GET /here HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @Test
    void anAnswerAfterTheBeginOfTheEndClosesItsConnection() throws Exception {
        try (TestApplication app = TestApplication.start(
                        Application.class,
                        "dm-verify.schemas.topic.enabled=false",
                        "spring.kafka.bootstrap-servers=127.0.0.1:1",
                        "spring.autoconfigure.exclude=org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration");
                Socket kept = new Socket(InetAddress.getLoopbackAddress(), app.port())) {
            assertThat(headers(kept)).doesNotContain("connection: close");

            app.bean(Drain.class).stop(() -> {});

            assertThat(headers(kept)).startsWith("http/1.1 200").contains("connection: close");
            assertThat(kept.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void theServerStopsOnlyAfterTheDrain() {
        List<Object> events = new ArrayList<>();
        AtomicBoolean done = new AtomicBoolean();
        Drain drain = new Drain(new DrainProperties(Duration.ofDays(1)), events::add);
        drain.start();

        drain.stop(() -> done.set(true));

        assertThat(drain.isDraining()).isTrue();
        assertThat(done).isFalse();
        assertThat(events)
                .singleElement()
                .isInstanceOfSatisfying(
                        AvailabilityChangeEvent.class,
                        event -> assertThat(event.getState()).isEqualTo(ReadinessState.REFUSING_TRAFFIC));
    }

    @Test
    void withoutADrainTheServerStopsAtOnce() {
        AtomicBoolean done = new AtomicBoolean();
        Drain drain = new Drain(new DrainProperties(Duration.ZERO), event -> {});
        drain.start();

        drain.stop(() -> done.set(true));

        assertThat(done).isTrue();
    }

    /** Sends one request and reads its answer, a header block and a body of two bytes. */
    private static String headers(Socket socket) throws IOException {
        socket.getOutputStream().write(REQUEST.getBytes(ISO_8859_1));
        InputStream in = socket.getInputStream();
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            assertThat(next).as("the connection was closed").isNotNegative();
            answer.append((char) next);
        }
        assertThat(in.readNBytes(2)).hasSize(2);
        return answer.toString().toLowerCase(Locale.ROOT);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ServiceSupport
    @RestController
    static class Application {

        @GetMapping("/here")
        String here() {
            return "ok";
        }

        @Bean
        SecurityWebFilterChain everyone(ServerHttpSecurity http) {
            return http.authorizeExchange(requests -> requests.anyExchange().permitAll())
                    .build();
        }
    }
}
