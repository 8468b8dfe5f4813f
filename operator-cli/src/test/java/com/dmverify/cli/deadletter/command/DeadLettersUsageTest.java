package com.dmverify.cli.deadletter.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.cli.CommandRun;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLettersUsageTest {

    /** Each of these ends before Kafka is asked. A script's empty variable must not widen a selection. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "purge",
                "list x.dlt-0@1",
                "list --execute",
                "list --limit",
                "list --limit 0",
                "list --limit -1",
                "list --limit many",
                "list --limit 1 --limit 2",
                "list --since never",
                "list --since=",
                "list --topic=",
                "list --topic x/y",
                "list --cause=",
                "list --cause a --cause b",
                "list --bootstrap-servers=",
                "list --command-config /no/such/file",
                "show",
                "show x.dlt",
                "show x.dlt-0@1 x.dlt-0@2",
                "show verification.events-0@1",
                "show x.dlt-0@1 --limit 1",
                "replay x.dlt",
                "replay verification.events-0@1",
                "replay x.dlt-0@1 --cause x",
                "replay --limit 5 x.dlt-0@1",
                "replay --with-texts",
            })
    void aWrongCommandLineIsRefused(String line) {
        // When
        CommandRun run = CommandRun.of(
                Map.of("KAFKA_BOOTSTRAP_SERVERS", "no.such.host:1"),
                Stream.concat(Stream.of("dead-letters"), List.of(line.split(" ")).stream())
                        .toArray(String[]::new));

        // Then
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(1);
    }
}
