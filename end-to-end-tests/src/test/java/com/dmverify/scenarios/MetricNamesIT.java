package com.dmverify.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The dashboards and alert rules name metrics and labels that the running services have. */
class MetricNamesIT {

    private static final Path FOLDER = Path.of("..", "docs", "observability");
    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern GROUPING = Pattern.compile("\\b(?:by|without)\\s*\\(([^)]*)\\)");
    private static final Pattern SELECTOR = Pattern.compile("([a-z_][a-z0-9_]*)\\{([^}]*)}");
    private static final Pattern NAME = Pattern.compile("\\b[a-z]+(?:_[a-z0-9]+)+\\b");
    private static final Pattern SAMPLE = Pattern.compile("([a-z_][a-z0-9_]*)(?:\\{(.*)})? [^ ]+");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)(?==)");

    /** Prometheus adds it to each sample. */
    private static final String INSTANCE = "instance";

    private final SharedDeployment deployment = SharedDeployment.shared();

    @Test
    void theDashboardsAndAlertsNameWhatTheServicesHave() {
        // Given: a verification that succeeds, and a record that no service can read
        XUser alice = deployment.aFollower();
        deployment.anApplicant().asksToVerify(alice.handle()).types(alice.readsTheCode());
        alice.writes("hello");
        writeGarbage("x.activity");

        // When
        List<String> expressions = expressions();
        assertThat(expressions).hasSizeGreaterThan(30);

        // Then
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
            Map<String, Set<String>> existing = samples();
            assertThat(existing.keySet()).containsAll(namesIn(expressions));
            labelsIn(expressions).forEach((name, labels) -> {
                Set<String> known = new TreeSet<>(existing.getOrDefault(name, Set.of()));
                known.add(INSTANCE);
                assertThat(known).as("labels of " + name).containsAll(labels);
            });
        });
    }

    private static Set<String> namesIn(List<String> expressions) {
        return expressions.stream()
                .map(expression -> GROUPING.matcher(STRING.matcher(expression).replaceAll("x"))
                        .replaceAll("(x"))
                .map(expression -> expression.replaceAll("\\{[^}]*}", ""))
                .flatMap(expression -> NAME.matcher(expression).results().map(found -> found.group()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Set<String>> labelsIn(List<String> expressions) {
        Map<String, Set<String>> labels = new TreeMap<>();
        expressions.forEach(expression -> SELECTOR.matcher(expression)
                .results()
                .forEach(selector -> LABEL.matcher(
                                STRING.matcher(selector.group(2).replace("=~", "="))
                                        .replaceAll(""))
                        .results()
                        .forEach(label -> labels.computeIfAbsent(selector.group(1), name -> new TreeSet<>())
                                .add(label.group(1)))));
        return labels;
    }

    private static List<String> expressions() {
        List<String> all = new ArrayList<>();
        try (Stream<Path> dashboards = Files.list(FOLDER.resolve("dashboards"))) {
            dashboards.forEach(file -> JsonMapper.shared()
                    .readTree(text(file))
                    .path("panels")
                    .forEach(panel -> panel.path("targets")
                            .forEach(target -> all.add(target.path("expr").asString()))));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        Map<String, Object> rules = new org.yaml.snakeyaml.Yaml().load(text(FOLDER.resolve("alerts.yaml")));
        JsonNode groups = JsonMapper.shared().valueToTree(rules).path("groups");
        groups.forEach(group ->
                group.path("rules").forEach(rule -> all.add(rule.path("expr").asString())));
        return all;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The names of all services' samples with their labels. */
    private Map<String, Set<String>> samples() {
        Map<String, Set<String>> samples = new TreeMap<>();
        Stream.of(
                        deployment.services.ports().api(),
                        deployment.services.ports().sender(),
                        deployment.services.ports().webhook())
                .map(port -> scrape(port + 1000))
                .flatMap(String::lines)
                .forEach(line -> {
                    var sample = SAMPLE.matcher(line);
                    if (sample.matches()) {
                        Set<String> labels = samples.computeIfAbsent(sample.group(1), name -> new TreeSet<>());
                        if (sample.group(2) != null) {
                            LABEL.matcher(STRING.matcher(sample.group(2)).replaceAll(""))
                                    .results()
                                    .forEach(label -> labels.add(label.group(1)));
                        }
                    }
                });
        return samples;
    }

    private static String scrape(int port) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/prometheus"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void writeGarbage(String topic) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        "127.0.0.1:" + deployment.services.ports().kafka()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, "garbage", new byte[] {1, 2, 3}))
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
