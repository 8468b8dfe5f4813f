package com.dmverify.cli.deadletter.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.cli.CommandRun;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaErrorsTest {

    @Test
    void aKafkaThatDoesNotRespondIsReportedInOneLine(@TempDir Path directory) throws IOException {
        // Given
        String servers = "127.0.0.1:" + freePort();
        Path shortTimeouts = Files.writeString(directory.resolve("client.properties"), """
                default.api.timeout.ms=300
                request.timeout.ms=200
                """);

        // When
        CommandRun run = CommandRun.of(
                Map.of("KAFKA_BOOTSTRAP_SERVERS", servers),
                "dead-letters",
                "list",
                "--json",
                "--command-config",
                shortTimeouts.toString());

        // Then
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).singleElement().asString().contains(servers, "--bootstrap-servers");
    }

    @Test
    void anAddressThatIsNoneIsReportedInOneLine() {
        // When
        CommandRun run = CommandRun.of(Map.of(), "dead-letters", "list", "--bootstrap-servers", "nonsense");

        // Then
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().lines()).singleElement().asString().contains("nonsense", "bootstrap.servers");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
