package com.dmverify.deadletters;

import com.dmverify.deadletters.broker.BrokerSettings;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** Where Kafka is: as the command line says, else its file of properties, else the environment. */
final class Connection {

    /** Ours, and the one that the services of a cluster are given anyway. */
    private static final List<String> VARIABLES = List.of("KAFKA_BOOTSTRAP_SERVERS", "SPRING_KAFKA_BOOTSTRAP_SERVERS");

    private static final String SERVERS = "bootstrap.servers";

    private Connection() {}

    /** @throws BadUsage if the file cannot be read */
    static BrokerSettings settings(Words words, Map<String, String> environment) {
        Map<String, String> given =
                words.one("--command-config").map(Connection::read).orElseGet(HashMap::new);
        Optional<String> inFile = Optional.ofNullable(given.remove(SERVERS));
        String servers = words.one("--bootstrap-servers").or(() -> inFile).orElseGet(() -> servers(environment));
        return new BrokerSettings(servers, given);
    }

    private static String servers(Map<String, String> environment) {
        return VARIABLES.stream()
                .map(environment::get)
                .filter(Objects::nonNull)
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse("localhost:9092");
    }

    private static Map<String, String> read(String file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(file))) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new BadUsage("Cannot read --command-config " + file + ".");
        }
        Map<String, String> given = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> given.put(name, properties.getProperty(name)));
        return given;
    }
}
