package com.dmverify.webhook;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The service with its shipped configuration, on free ports, with {@link SignedDelivery#SECRET} and properties of a
 * test.
 */
final class RunningReceiver implements AutoCloseable {

    // A missing response fails the test instead of blocking it.
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningReceiver(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** One whose Kafka is away. */
    static RunningReceiver withoutKafka(String... arguments) {
        return with(
                "127.0.0.1:1",
                Stream.concat(Stream.of("--dm-verify.startup.kafka-timeout=100ms"), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    static RunningReceiver with(String bootstrapServers, String... arguments) {
        Stream<String> ours = Stream.of(
                "--server.port=0",
                "--dm-verify.durability=relaxed", // one broker
                "--management.server.port=0",
                "--management.endpoint.health.cache.time-to-live=0s",
                "--spring.kafka.bootstrap-servers=" + bootstrapServers,
                "--dm-verify.webhook.apps.default.consumer-secret=" + SignedDelivery.SECRET);
        return new RunningReceiver(WebhookReceiver.application()
                .run(Stream.concat(ours, Stream.of(arguments)).toArray(String[]::new)));
    }

    HttpResponse<String> post(SignedDelivery delivery) throws IOException, InterruptedException {
        return post("/webhooks/x", delivery);
    }

    HttpResponse<String> post(String path, SignedDelivery delivery) throws IOException, InterruptedException {
        return post(path, delivery, BodyPublishers.ofByteArray(delivery.body()));
    }

    HttpResponse<String> post(String path, SignedDelivery delivery, BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(at("local.server.port", path))
                .timeout(TIMEOUT)
                .POST(body);
        request.header("Content-Type", "application/json");
        if (delivery.signature() != null) {
            request.header("x-twitter-webhooks-signature", delivery.signature());
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return get("local.server.port", path);
    }

    HttpResponse<String> manage(String path) throws IOException, InterruptedException {
        return get("local.management.port", path);
    }

    /** The sum of a counter's samples whose lines contain these texts. */
    double counted(String... words) throws IOException, InterruptedException {
        return manage("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> !line.startsWith("#") && Stream.of(words).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Override
    public void close() {
        http.close();
        context.close();
    }

    private HttpResponse<String> get(String port, String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(at(port, path)).timeout(TIMEOUT).build(), BodyHandlers.ofString());
    }

    int port() {
        return portOf("local.server.port");
    }

    private URI at(String port, String path) {
        return URI.create("http://127.0.0.1:" + portOf(port) + path);
    }

    private int portOf(String name) {
        return Integer.parseInt(Objects.requireNonNull(context.getEnvironment().getProperty(name)));
    }
}
