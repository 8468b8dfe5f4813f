package com.dmverify.cli.x;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dmverify.cli.CommandRun;
import com.dmverify.sandbox.XSandbox;
import com.dmverify.x.webhook.WebhookSignature;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sandbox in this JVM with the clock of the commands, and commands that have it as X. */
public final class SandboxX implements AutoCloseable {

    public static final String BRAND = "1000000000000000001";
    private static final String SECRET = "sandbox-consumer-secret";
    private static final Map<String, String> APP =
            Map.of("DMVERIFY_X_CONSUMER_KEY", "sandbox-consumer-key", "DMVERIFY_X_CONSUMER_SECRET", SECRET);
    private static final Map<String, String> ACCOUNT =
            Map.of("DMVERIFY_X_TOKEN", BRAND + "-sandbox", "DMVERIFY_X_TOKEN_SECRET", "sandbox-token-secret");

    private final WebhookSignature signature = new WebhookSignature(SECRET);
    private final AtomicInteger crcChecks = new AtomicInteger();
    private final HttpServer webhook;
    private final ConfigurableApplicationContext sandbox;
    private volatile boolean answersCrc = true;

    public SandboxX(String... settings) {
        try {
            webhook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        webhook.createContext("/", this::answer);
        webhook.start();
        List<String> all = new ArrayList<>(
                List.of("--server.port=0", "--x-sandbox.tls.port=0", "--x-sandbox.webhook.subscribe-brands=false"));
        all.addAll(List.of(settings));
        Clock clock = Clock.fixed(CommandRun.NOW, ZoneOffset.UTC);
        sandbox = XSandbox.application()
                .initializers(context ->
                        ((GenericApplicationContext) context).registerBean("commandsClock", Clock.class, () -> clock))
                .registerShutdownHook(false)
                .run(all.toArray(String[]::new));
    }

    /** Runs a command with the credentials of app and account. */
    public CommandRun run(String... arguments) {
        Map<String, String> environment = new HashMap<>(APP);
        environment.putAll(ACCOUNT);
        return with(environment, arguments);
    }

    /** The same without the credentials of the account. */
    public CommandRun asApp(String... arguments) {
        return with(APP, arguments);
    }

    /** The same with this environment. */
    public CommandRun with(Map<String, String> environment, String... arguments) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--x", url().toString()));
        return CommandRun.of(environment, all.toArray(String[]::new));
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + sandbox.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** The address of a receiver that answers CRC checks. */
    public String webhookUrl() {
        return "http://127.0.0.1:" + webhook.getAddress().getPort() + "/webhooks/x";
    }

    public int crcChecks() {
        return crcChecks.get();
    }

    /** Whether the receiver answers. */
    public void answersCrc(boolean does) {
        answersCrc = does;
    }

    /** A control call of the sandbox. */
    public JsonNode control(String method, String path, String body) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            String answer = client.send(
                            HttpRequest.newBuilder(url().resolve(path))
                                    .header("Content-Type", "application/json")
                                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            return JsonMapper.shared().readTree(answer.isEmpty() ? "null" : answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String query = String.valueOf(exchange.getRequestURI().getQuery());
            String token = Arrays.stream(query.split("&"))
                    .filter(part -> part.startsWith("crc_token="))
                    .map(part -> part.substring("crc_token=".length()))
                    .findFirst()
                    .orElse("");
            if (token.isEmpty() || !answersCrc) {
                exchange.sendResponseHeaders(token.isEmpty() ? 200 : 500, -1);
                return;
            }
            crcChecks.incrementAndGet();
            byte[] body = ("{\"response_token\":\"" + signature.crcResponse(token) + "\"}").getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        sandbox.close();
        webhook.stop(0);
    }
}
