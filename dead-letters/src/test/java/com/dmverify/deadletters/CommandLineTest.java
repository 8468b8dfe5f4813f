package com.dmverify.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.dmverify.deadletters.letter.Criteria;
import com.dmverify.deadletters.letter.Position;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    @Test
    void listMeansAllUnlessToldOtherwise() {
        assertThat(task("list")).isEqualTo(new Task.ListLetters(Criteria.ALL));
    }

    @Test
    void listTakesFiltersInBothSpellings() {
        // Given
        List<String> topics = List.of("dm.attempted.dlt", "x.activity.dlt");
        Task expected = new Task.ListLetters(new Criteria(topics, "no schema", NOW.minusSeconds(3600), 20));

        // When, Then
        assertThat(task("list --topic dm.attempted --topic x.activity.dlt --cause=no·schema --since 1h --limit 20"))
                .isEqualTo(expected);
        assertThat(task("--limit=20 --since=1h list --topic=dm.attempted --topic=x.activity --cause no·schema"))
                .isEqualTo(expected);
    }

    @Test
    void showTakesOneLetter() {
        assertThat(task("show x.activity.dlt-2@41"))
                .isEqualTo(new Task.ShowLetter(new Position("x.activity.dlt", 2, 41), false));
        assertThat(task("show --with-texts x.activity.dlt-2@41"))
                .isEqualTo(new Task.ShowLetter(new Position("x.activity.dlt", 2, 41), true));
    }

    @Test
    void replayIsADryRunUnlessToldOtherwise() {
        assertThat(task("replay")).isEqualTo(new Task.ReplayLetters(Criteria.ALL, List.of(), false, false));
        assertThat(task("replay --execute --again"))
                .isEqualTo(new Task.ReplayLetters(Criteria.ALL, List.of(), true, true));
    }

    @Test
    void replayTakesLettersOnce() {
        assertThat(task("replay x.dlt-0@1 x.dlt-0@2 x.dlt-0@1"))
                .isEqualTo(new Task.ReplayLetters(
                        Criteria.ALL, List.of(new Position("x.dlt", 0, 1), new Position("x.dlt", 0, 2)), false, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help", "list --help"})
    void tellsHowItIsUsed(String line) {
        assertThat(task(line)).isEqualTo(new Task.Help());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "purge",
                "list x.dlt-0@1",
                "list --execute",
                "list --limit",
                "list --limit 0",
                "list --limit many",
                "list --limit 1 --limit 2",
                "list --since never",
                "list --topic=",
                "list --tpoic x",
                "list --help=x",
                "show",
                "show x.dlt",
                "show x.dlt-0@1 x.dlt-0@2",
                "show verification.events-0@1",
                "show x.dlt-0@1 --limit 1",
                "replay x.dlt",
                "replay verification.events-0@1",
                "replay x.dlt-0@1 --cause x",
                "replay --with-texts",
            })
    void refusesWhatMakesNoSense(String line) {
        assertThatExceptionOfType(BadUsage.class).isThrownBy(() -> task(line));
    }

    private static Task task(String line) {
        List<String> arguments = line.isEmpty()
                ? List.of()
                : List.of(line.split(" ")).stream()
                        .map(word -> word.replace('·', ' '))
                        .toList();
        return new CommandLine(new Words(arguments), InstantSource.fixed(NOW)).task();
    }
}
