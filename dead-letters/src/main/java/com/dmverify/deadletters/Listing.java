package com.dmverify.deadletters;

import com.dmverify.deadletters.broker.Journal;
import com.dmverify.deadletters.broker.Letters;
import com.dmverify.deadletters.display.LetterTable;
import com.dmverify.deadletters.letter.Criteria;
import com.dmverify.deadletters.letter.Letter;
import java.io.PrintStream;
import java.util.List;

/** One line for each dead letter. */
final class Listing {

    private final Letters letters;
    private final PrintStream out;
    private final Criteria criteria;
    private final Journal journal;
    private final LetterTable table;
    private int listed;
    private int replayed;

    Listing(Letters letters, PrintStream out, Criteria criteria) {
        this.letters = letters;
        this.out = out;
        this.criteria = criteria;
        journal = letters.journal(criteria.topics());
        table = new LetterTable(out, journal::holds);
    }

    int run() {
        letters.each(criteria, this::list);
        table.print();
        out.println(summary());
        return 0;
    }

    private boolean list(List<Letter> handful) {
        for (Letter letter : handful) {
            if (listed == criteria.limit()) {
                return false;
            }
            listed++;
            replayed += journal.holds(letter.position()) ? 1 : 0;
            table.add(letter);
        }
        // Whoever reads us may have seen enough: `dlt list | head`.
        return listed < criteria.limit() && !out.checkError();
    }

    private String summary() {
        if (listed == 0) {
            return criteria.equals(Criteria.ALL) ? "No dead letters." : "No dead letters that meet these criteria.";
        }
        String count = listed == 1 ? "1 dead letter" : listed + " dead letters";
        String limit = listed == criteria.limit() ? "; there may be more (--limit)" : "";
        return count + ", " + replayed + " of them replayed" + limit + ".";
    }
}
