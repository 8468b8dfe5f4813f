package com.dmverify.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.deadletters.Desk.Answer;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLettersTest {

    @Test
    void badUsageIsAnsweredWithUsage() {
        // When
        Answer answer = Desk.run(Map.of(), "lst");

        // Then
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).startsWith("There is no command lst.\n").contains("Usage: dlt list");
    }

    @Test
    void helpNeedsNoKafka() {
        // When
        Answer answer = Desk.run(Map.of("KAFKA_BOOTSTRAP_SERVERS", "no.such.host:1"), "--help");

        // Then
        assertThat(answer.code()).isZero();
        assertThat(answer.out()).startsWith("Usage: dlt list");
    }

    @Test
    void aKafkaThatIsNotThereIsToldInOneSentence(@TempDir Path directory) throws IOException {
        // Given
        String nobody = "127.0.0.1:" + freePort();
        Path impatient = Files.writeString(directory.resolve("client.properties"), """
                default.api.timeout.ms=300
                request.timeout.ms=200
                """);

        // When
        Answer answer =
                Desk.run(Map.of("KAFKA_BOOTSTRAP_SERVERS", nobody), "list", "--command-config", impatient.toString());

        // Then
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err().lines())
                .singleElement()
                .asString()
                .startsWith("Kafka at " + nobody + " does not answer");
    }

    @Test
    void anAddressThatIsNoneIsToldInOneSentence() {
        // When
        Answer answer = Desk.run(Map.of(), "list", "--bootstrap-servers", "nonsense");

        // Then
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err().lines())
                .singleElement()
                .asString()
                .startsWith("Kafka at nonsense cannot be used: ")
                .contains("bootstrap.servers");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
