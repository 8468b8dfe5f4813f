package com.dmverify.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What outsiders read is what we write. */
class AsyncApiTest {

    private static final Path SCHEMAS = Path.of("src", "main", "avro");

    private final String document = Files.readString(Path.of("..", "docs", "asyncapi.yaml"));

    AsyncApiTest() throws IOException {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                Topics.VERIFICATION_REQUESTED,
                Topics.DM_ATTEMPTED,
                Topics.X_ACTIVITY,
                Topics.DM_RATE_LIMITS,
                Topics.OPT_OUTS,
                Topics.VERIFICATION_EVENTS,
                Topics.VERIFICATION_COMMANDS,
                Topics.SCHEMAS
            })
    void everyTopicIsDescribed(String topic) {
        assertThat(document).contains("address: " + topic + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                DeadLetterHeaders.CAUSE,
                DeadLetterHeaders.ATTEMPT,
                DeadLetterHeaders.ORIGIN,
                DeadLetterHeaders.SHORTENED,
                DeadLetterHeaders.REPLAYED_FROM
            })
    void everyHeaderOfADeadLetterIsDescribed(String header) {
        assertThat(document).contains("        " + header + ":\n");
    }

    @Test
    void everyRecordThatTravelsIsDescribedByItsSchema() {
        assertThat(EventSchemas.OWN).extracting(Schema::getName).allSatisfy(name -> {
            assertThat(document).contains("../common-schemas/src/main/avro/" + name + ".avsc");
            assertThat(SCHEMAS.resolve(name + ".avsc")).exists();
        });
    }

    @Test
    void everySchemaTravels() throws IOException {
        try (var files = Files.list(SCHEMAS)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".avsc", "")))
                    .containsExactlyInAnyOrderElementsOf(
                            EventSchemas.OWN.stream().map(Schema::getName).toList());
        }
    }
}
