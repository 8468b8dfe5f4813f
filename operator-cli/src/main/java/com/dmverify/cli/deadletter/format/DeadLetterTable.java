package com.dmverify.cli.deadletter.format;

import com.dmverify.cli.deadletter.DeadLetter;
import com.dmverify.cli.deadletter.RecordPosition;
import com.dmverify.cli.deadletter.ReplayState;
import com.dmverify.cli.terminal.Printable;
import com.dmverify.cli.terminal.Table;
import java.io.PrintStream;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Prints one line for each dead letter. */
public final class DeadLetterTable {

    /** The longest key or subject of the services has 45 characters; those of other writers may have any length. */
    private static final int LONGEST_NAME = 48;

    private static final int LONGEST_CAUSE = 160;

    private final Table table;

    public DeadLetterTable(PrintStream out) {
        table = new Table(
                out, List.of("POSITION", "TIME", "STATE", "KEY", "TYPE", "SUBJECT", "ATTEMPT", "ORIGIN", "CAUSE"));
    }

    public void add(DeadLetter letter, ReplayState state) {
        table.add(List.of(
                letter.position().toString(),
                letter.writtenAt().truncatedTo(ChronoUnit.SECONDS).toString(),
                state.name().toLowerCase(Locale.ROOT),
                cut(letter.key(), LONGEST_NAME),
                cut(letter.type(), LONGEST_NAME),
                cut(letter.subject(), LONGEST_NAME),
                cut(letter.attempt(), LONGEST_NAME),
                letter.origin().map(RecordPosition::toString).orElse(""),
                cut(letter.cause(), LONGEST_CAUSE)));
    }

    /** Prints what is still buffered. */
    public void print() {
        table.print();
    }

    private static String cut(Optional<String> value, int longest) {
        return Printable.line(value.orElse(""), longest);
    }
}
