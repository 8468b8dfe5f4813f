package com.dmverify.webhook.registration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.webhook.app.RegisteredApps;
import com.dmverify.webhook.app.RegisteredApps.Registered;
import com.dmverify.x.AppOnlyCredentials;
import com.dmverify.x.XClient;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The registration against a server that answers as X's {@code /2/webhooks}. */
class WebhookRegistrationTest {

    private static final URI URL = URI.create("https://example.com/webhooks/x");
    private static final String KNOWN = "{\"id\":\"7\",\"url\":\"https://example.com/webhooks/x\",\"valid\":%s}";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private volatile String list = "{\"data\":[],\"meta\":{\"result_count\":0}}";
    private final AtomicInteger refusals = new AtomicInteger();
    private HttpServer x;
    private WebhookRegistration registration;

    @BeforeEach
    void start() throws IOException {
        x = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        x.createContext("/", this::answer);
        x.start();
        registration = new WebhookRegistration(
                new RegisteredApps(List.of(new Registered("default", URL, new AppOnlyCredentials("key", "secret")))),
                credentials -> XClient.builder()
                        .baseUrl(URI.create("http://127.0.0.1:" + x.getAddress().getPort()))
                        .credentials(credentials)
                        .build());
        registration.bindTo(meters);
    }

    @AfterEach
    void stop() {
        registration.close();
        x.stop(0);
    }

    @Test
    void aWebhookThatXDoesNotHaveIsRegistered() {
        registration.start();

        awaitRegistered();
        assertThat(calls).containsExactly("GET /2/webhooks", "POST /2/webhooks");
    }

    @Test
    void aWebhookThatXHasStaysAsItIs() {
        list = "{\"data\":[" + KNOWN.replace("%s", "true") + "]}";

        registration.start();

        awaitRegistered();
        assertThat(calls).containsExactly("GET /2/webhooks");
    }

    @Test
    void aWebhookThatXHasGivenUpIsValidated() {
        list = "{\"data\":[" + KNOWN.replace("%s", "false") + "]}";

        registration.start();

        awaitRegistered();
        assertThat(calls).containsExactly("GET /2/webhooks", "PUT /2/webhooks/7");
    }

    @Test
    void itTriesAgainUntilXHasTakenIt() {
        refusals.set(1);
        assertThat(gauge()).isZero();

        registration.start();

        awaitRegistered();
        assertThat(calls).containsExactly("GET /2/webhooks", "POST /2/webhooks", "GET /2/webhooks", "POST /2/webhooks");
        assertThat(registration.health().getDetails()).containsEntry("default", "registered");
    }

    private void awaitRegistered() {
        await().atMost(Duration.ofSeconds(90)).until(() -> gauge() == 1);
    }

    private double gauge() {
        return meters.get("dm.verify.webhook.registered")
                .tag("app", "default")
                .gauge()
                .value();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        exchange.getRequestBody().readAllBytes();
        if (line.startsWith("POST /oauth2/token")) {
            respond(exchange, 200, "{\"token_type\":\"bearer\",\"access_token\":\"AAAA\"}");
            return;
        }
        calls.add(line);
        if (line.startsWith("POST") && refusals.getAndDecrement() > 0) {
            respond(exchange, 400, "{\"title\":\"Invalid Request\",\"detail\":\"CrcValidationFailed\",\"status\":400}");
        } else {
            respond(
                    exchange,
                    200,
                    switch (exchange.getRequestMethod()) {
                        case "GET" -> list;
                        case "PUT" -> "{\"data\":{\"valid\":true}}";
                        default -> "{\"data\":" + KNOWN.replace("%s", "true") + "}";
                    });
        }
    }

    private static void respond(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
