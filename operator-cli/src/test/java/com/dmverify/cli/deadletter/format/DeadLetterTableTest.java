package com.dmverify.cli.deadletter.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.cli.deadletter.DeadLetterBuilder;
import com.dmverify.cli.deadletter.ReplayState;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadLetterTableTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final DeadLetterTable table = new DeadLetterTable(new PrintStream(printed, true, UTF_8));

    @Test
    void eachDeadLetterIsOneAlignedLine() {
        // When
        table.add(DeadLetterBuilder.ofDmSender().at(1).build(), ReplayState.REPLAYED);
        table.add(DeadLetterBuilder.ofVerificationApi().at(100).build(), ReplayState.RETURNED);
        table.add(DeadLetterBuilder.in("dm.attempted.dlt").key(null).build(), ReplayState.NEW);
        table.print();

        // Then
        assertThat(lines())
                .containsExactly(
                        "POSITION                        TIME                  STATE     KEY   TYPE                   SUBJECT  ATTEMPT  ORIGIN                         CAUSE",
                        "verification.requested.dlt-0@1  2026-11-20T10:00:00Z  replayed  demo  VerificationRequested  ver_1    3        verification.requested-3@1042  unknown account other",
                        "x.activity.dlt-0@100            2026-11-20T10:00:00Z  returned  demo  ActivityRecorded       2000     1        x.activity-1@7                 boom",
                        "dm.attempted.dlt-0@0            2026-11-20T10:00:00Z  new       -     -                      -        -        -                              -");
    }

    @Test
    void controlCharactersStayOutOfTheTable() {
        // When
        table.add(
                DeadLetterBuilder.in("x.dlt")
                        .key("k\n\u001B[31m")
                        .dlt("a\nb", "1\n", "nowhere\n")
                        .build(),
                ReplayState.NEW);
        table.print();

        // Then
        assertThat(lines()).hasSize(2);
        assertThat(printed.toString(UTF_8)).doesNotContain("\u001B");
    }

    @Test
    void allPagesHaveOneHeading() {
        // When
        for (int i = 0; i < 250; i++) {
            table.add(DeadLetterBuilder.ofDmSender().at(i).build(), ReplayState.NEW);
        }
        table.print();

        // Then
        assertThat(lines()).hasSize(251);
        assertThat(lines().stream().filter(line -> line.startsWith("POSITION"))).hasSize(1);
    }

    private List<String> lines() {
        return printed.toString(UTF_8).lines().toList();
    }
}
