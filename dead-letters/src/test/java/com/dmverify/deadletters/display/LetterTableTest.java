package com.dmverify.deadletters.display;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.deadletters.letter.ALetter;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class LetterTableTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final LetterTable table =
            new LetterTable(new PrintStream(printed, true, UTF_8), position -> position.offset() == 1);

    @Test
    void oneLineForEachLetterInColumns() {
        // When
        table.add(ALetter.ofTheSender().at(1).build());
        table.add(ALetter.ofTheApi()
                .at(100)
                .header("dlt-replayed-from", "x.activity.dlt-0@3")
                .build());
        table.add(ALetter.in("dm.attempted.dlt").key(null).build());
        table.print();

        // Then
        assertThat(lines())
                .containsExactly(
                        "LETTER                          TIME                  STATE      KEY   TYPE                   SUBJECT  ATTEMPT  ORIGIN                         CAUSE",
                        "verification.requested.dlt-0@1  2026-11-20T10:00:00Z  replayed   demo  VerificationRequested  ver_1    3        verification.requested-3@1042  unknown account nobody",
                        "x.activity.dlt-0@100            2026-11-20T10:00:00Z  came back  demo  ActivityRecorded       2000     1        x.activity-1@7                 boom",
                        "dm.attempted.dlt-0@0            2026-11-20T10:00:00Z  new        -     -                      -        -        -                              -");
    }

    @Test
    void whatAStrangerWroteStaysInItsCell() {
        // When
        table.add(ALetter.in("x.dlt")
                .key("k\n\u001B[31m")
                .dlt("a\nb", "1\n", "nowhere\n")
                .build());
        table.print();

        // Then
        assertThat(lines()).hasSize(2);
        assertThat(printed.toString(UTF_8)).doesNotContain("\u001B");
    }

    @Test
    void pagesShareOneHeading() {
        // When
        for (int i = 0; i < 250; i++) {
            table.add(ALetter.ofTheSender().at(i).build());
        }
        table.print();

        // Then
        assertThat(lines()).hasSize(251);
        assertThat(lines().stream().filter(line -> line.startsWith("LETTER"))).hasSize(1);
    }

    private List<String> lines() {
        return printed.toString(UTF_8).lines().toList();
    }
}
