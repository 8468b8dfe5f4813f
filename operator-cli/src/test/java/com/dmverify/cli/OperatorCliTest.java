package com.dmverify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.cli.terminal.Terminal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class OperatorCliTest {

    /** Help needs neither Kafka nor an API key. */
    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandDescribesItselfAndItsOptions(String words) {
        // When
        CommandRun run = run(words + " --help");

        // Then
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("Usage: dmverify" + (words.isEmpty() ? "" : " " + words));
        assertThat(command(words).getCommandSpec().usageMessage().description()).isNotEmpty();
        assertThat(command(words).getCommandSpec().options())
                .allSatisfy(option -> assertThat(option.description()).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("leaves")
    void everyCommandThatPrintsResultsHasJson(String words) {
        assertThat(command(words).getCommandSpec().findOption("--json")).isNotNull();
    }

    /** A secret in an argument is in the shell's history and in the list of processes. */
    @ParameterizedTest
    @MethodSource("leaves")
    void noOptionTakesASecret(String words) {
        assertThat(command(words).getCommandSpec().optionsMap().keySet())
                .noneMatch(option -> option.matches(".*(password|secret|token|api-key)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lst", "dead-letters", "dead-letters lst", "--tpoic", "dead-letters list --tpoic x"})
    void aWrongCommandLineIsOneLineThatNamesTheHelp(String line) {
        // When
        CommandRun run = run(line);

        // Then
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).singleElement().asString().contains("--help'.");
    }

    static Stream<String> commands() {
        List<String> all = new ArrayList<>();
        collect("", root(), all);
        return all.stream();
    }

    static Stream<String> leaves() {
        return commands().filter(words -> command(words).getSubcommands().isEmpty());
    }

    private static void collect(String words, CommandLine command, List<String> all) {
        all.add(words);
        command.getSubcommands().forEach((name, sub) -> collect((words + " " + name).strip(), sub, all));
    }

    private static CommandLine command(String words) {
        CommandLine command = root();
        for (String word : split(words)) {
            command = command.getSubcommands().get(word);
        }
        return command;
    }

    private static CommandLine root() {
        return OperatorCli.commandLine(
                new Terminal(System.in, System.out, System.err, Map.of(), InstantSource.fixed(CommandRun.NOW)));
    }

    private static CommandRun run(String line) {
        return CommandRun.of(Map.of("KAFKA_BOOTSTRAP_SERVERS", "no.such.host:1"), split(line));
    }

    private static String[] split(String words) {
        return words.isBlank() ? new String[0] : words.strip().split(" ");
    }
}
