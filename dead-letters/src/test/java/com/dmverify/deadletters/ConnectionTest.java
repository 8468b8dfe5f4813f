package com.dmverify.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.dmverify.deadletters.broker.BrokerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionTest {

    private static final Map<String, String> OURS = Map.of("KAFKA_BOOTSTRAP_SERVERS", "ours:1");
    private static final Map<String, String> SPRINGS = Map.of("SPRING_KAFKA_BOOTSTRAP_SERVERS", "springs:1");

    @TempDir
    Path directory;

    @Test
    void theNearestWordIsRight() throws IOException {
        // Given
        String file = file("bootstrap.servers=file:1");

        // When, Then
        assertThat(servers(Map.of())).isEqualTo("localhost:9092");
        assertThat(servers(SPRINGS)).isEqualTo("springs:1");
        assertThat(servers(Map.of("KAFKA_BOOTSTRAP_SERVERS", " ", "SPRING_KAFKA_BOOTSTRAP_SERVERS", "springs:1")))
                .isEqualTo("springs:1");
        assertThat(servers(OURS)).isEqualTo("ours:1");
        assertThat(servers(OURS, "--command-config", file)).isEqualTo("file:1");
        assertThat(servers(OURS, "--command-config", file, "--bootstrap-servers", "option:1"))
                .isEqualTo("option:1");
    }

    @Test
    void theFilesPropertiesAreGivenToTheClients() throws IOException {
        // Given
        String file = file("security.protocol = SSL\nbootstrap.servers=file:1");

        // When
        BrokerSettings settings = settings(OURS, "--command-config", file);

        // Then
        assertThat(settings.given()).isEqualTo(Map.of("security.protocol", "SSL"));
    }

    @Test
    void aFileThatCannotBeReadIsBadUsage() {
        assertThatExceptionOfType(BadUsage.class)
                .isThrownBy(() -> settings(OURS, "--command-config", "/no/such/file"))
                .withMessageContaining("/no/such/file");
    }

    private String file(String text) throws IOException {
        return Files.writeString(directory.resolve("client.properties"), text).toString();
    }

    private static String servers(Map<String, String> environment, String... words) {
        return settings(environment, words).bootstrapServers();
    }

    private static BrokerSettings settings(Map<String, String> environment, String... words) {
        return Connection.settings(new Words(List.of(words)), environment);
    }
}
