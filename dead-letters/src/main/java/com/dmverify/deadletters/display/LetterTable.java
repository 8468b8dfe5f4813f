package com.dmverify.deadletters.display;

import com.dmverify.deadletters.letter.Letter;
import com.dmverify.deadletters.letter.Position;
import java.io.PrintStream;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** One line for each letter. Lines are held back by the page, so that columns fit; a later page may widen them. */
public final class LetterTable {

    private static final int PAGE = 100;
    private static final int LONGEST_NAME = 48;
    private static final int LONGEST_CAUSE = 160;
    private static final String NONE = "-";
    private static final List<String> HEADINGS =
            List.of("LETTER", "TIME", "STATE", "KEY", "TYPE", "SUBJECT", "ATTEMPT", "ORIGIN", "CAUSE");

    private final PrintStream out;
    private final Predicate<Position> replayed;
    private final List<List<String>> page = new ArrayList<>();
    private final int[] widths = new int[HEADINGS.size()];
    private boolean begun;

    /** @param replayed whether a letter was written back */
    public LetterTable(PrintStream out, Predicate<Position> replayed) {
        this.out = out;
        this.replayed = replayed;
    }

    /** Another line. */
    public void add(Letter letter) {
        page.add(List.of(
                letter.position().toString(),
                letter.writtenAt().truncatedTo(ChronoUnit.SECONDS).toString(),
                state(letter),
                name(letter.key().orElse(NONE)),
                name(letter.type().orElse(NONE)),
                name(letter.subject().orElse(NONE)),
                name(letter.attempt().orElse(NONE)),
                letter.origin().map(Position::toString).orElse(NONE),
                Printable.line(letter.cause().orElse(NONE), LONGEST_CAUSE)));
        if (page.size() == PAGE) {
            print();
        }
    }

    /** Prints what was held back. */
    public void print() {
        if (page.isEmpty()) {
            return;
        }
        if (!begun) {
            page.addFirst(HEADINGS);
            begun = true;
        }
        page.forEach(this::fit);
        page.forEach(this::print);
        page.clear();
    }

    private String state(Letter letter) {
        if (replayed.test(letter.position())) {
            return "replayed";
        }
        return letter.cameBackFrom().isPresent() ? "came back" : "new";
    }

    private static String name(String text) {
        return Printable.line(text.isEmpty() ? NONE : text, LONGEST_NAME);
    }

    private void fit(List<String> cells) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], cells.get(i).length());
        }
    }

    private void print(List<String> cells) {
        StringBuilder line = new StringBuilder();
        int last = cells.size() - 1;
        for (int i = 0; i < last; i++) {
            String cell = cells.get(i);
            line.append(cell).append(" ".repeat(widths[i] - cell.length() + 2));
        }
        out.println(line.append(cells.get(last)));
    }
}
