package com.dmverify.cli.deadletter.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.cli.deadletter.kafka.KafkaSettings;
import com.dmverify.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class KafkaOptionsTest {

    private static final Map<String, String> COMMAND = Map.of("KAFKA_BOOTSTRAP_SERVERS", "command:1");
    private static final Map<String, String> SERVICES = Map.of("SPRING_KAFKA_BOOTSTRAP_SERVERS", "services:1");

    @TempDir
    Path directory;

    @Test
    void anOptionPrecedesTheFileWhichPrecedesTheEnvironment() throws IOException {
        // Given
        String file = file("bootstrap.servers=file:1");

        // When, Then
        assertThat(servers(Map.of())).isEqualTo("localhost:9092");
        assertThat(servers(SERVICES)).isEqualTo("services:1");
        assertThat(servers(Map.of("KAFKA_BOOTSTRAP_SERVERS", " ", "SPRING_KAFKA_BOOTSTRAP_SERVERS", "services:1")))
                .isEqualTo("services:1");
        assertThat(servers(COMMAND)).isEqualTo("command:1");
        assertThat(servers(COMMAND, "--command-config", file)).isEqualTo("file:1");
        assertThat(servers(COMMAND, "--command-config", file, "--bootstrap-servers", "option:1"))
                .isEqualTo("option:1");
    }

    @Test
    void thePropertiesOfTheFileReachTheClients() throws IOException {
        // Given
        String file = file("security.protocol = SSL\nbootstrap.servers=file:1");

        // When
        KafkaSettings settings = settings(COMMAND, "--command-config", file);

        // Then
        assertThat(settings.given()).isEqualTo(Map.of("security.protocol", "SSL"));
    }

    @Test
    void thePrefixOfTheServicesIsTaken() {
        Map<String, String> services = Map.of("DMVERIFY_TOPICS_PREFIX", "blue.");

        assertThat(settings(Map.of()).topics().prefix()).isEmpty();
        assertThat(settings(services).topics().prefix()).isEqualTo("blue.");
        assertThat(settings(services, "--topics-prefix", "green.").topics().prefix())
                .isEqualTo("green.");
    }

    @Test
    void thePropertiesAreNotPrinted() {
        assertThat(new ClientProperties(Map.of("sasl.jaas.config", "hidden")).toString())
                .contains("sasl.jaas.config")
                .doesNotContain("hidden");
    }

    private String file(String text) throws IOException {
        return Files.writeString(directory.resolve("client.properties"), text).toString();
    }

    private static String servers(Map<String, String> environment, String... arguments) {
        return settings(environment, arguments).bootstrapServers();
    }

    private static KafkaSettings settings(Map<String, String> environment, String... arguments) {
        KafkaOptions options =
                new KafkaOptions(new Terminal(System.in, System.out, System.err, environment, InstantSource.system()));
        new CommandLine(new NoCommand()).addMixin("kafka", options).parseArgs(arguments);
        return options.settings();
    }

    @Command
    private static final class NoCommand {}
}
