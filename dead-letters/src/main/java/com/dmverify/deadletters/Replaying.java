package com.dmverify.deadletters;

import com.dmverify.deadletters.broker.Journal;
import com.dmverify.deadletters.broker.Letters;
import com.dmverify.deadletters.broker.Outcome;
import com.dmverify.deadletters.broker.Replayer;
import com.dmverify.deadletters.display.Printable;
import com.dmverify.deadletters.letter.Letter;
import com.dmverify.deadletters.letter.Position;
import com.dmverify.schemas.Topics;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Says which letters would go where, or sends them there. */
final class Replaying {

    private final Letters letters;
    private final PrintStream out;
    private final Task.ReplayLetters task;
    private final Journal journal;
    private final Tally tally = new Tally();

    Replaying(Letters letters, PrintStream out, Task.ReplayLetters task) {
        this.letters = letters;
        this.out = out;
        this.task = task;
        List<String> topics = task.named().stream().map(Position::topic).toList();
        journal = letters.journal(topics.isEmpty() ? task.criteria().topics() : topics);
    }

    int run() {
        if (task.execute()) {
            try (Replayer replayer = letters.replayer(journal)) {
                go(due -> replayer.write(due).forEach(this::report));
            }
        } else {
            go(due -> due.forEach(this::announce));
        }
        out.println(tally.sentence(task.execute()));
        return task.execute() && tally.isIncomplete() ? 1 : 0;
    }

    private void go(Consumer<List<Letter>> act) {
        if (task.named().isEmpty()) {
            letters.each(task.criteria(), handful -> take(handful, act));
        } else {
            for (Position name : task.named()) {
                letters.at(name).ifPresentOrElse(letter -> take(List.of(letter), act), () -> missing(name));
            }
        }
    }

    private boolean take(List<Letter> handful, Consumer<List<Letter>> act) {
        List<Letter> due = new ArrayList<>();
        int room = task.criteria().limit() - tally.replayedSoFar();
        for (Letter letter : handful) {
            if (due.size() < room && isDue(letter)) {
                due.add(letter);
            }
        }
        act.accept(due);
        return !tally.hasFailures() && tally.replayedSoFar() < task.criteria().limit();
    }

    private boolean isDue(Letter letter) {
        String home = letter.home();
        if (!task.again() && journal.holds(letter.position())) {
            tally.passedOver();
        } else if (letter.isShortened()) {
            tally.stuck();
            say(
                    letter,
                    "cannot go back: it was too large to be kept whole; the record is at "
                            + letter.origin().map(Position::toString).orElse("its origin"));
        } else if (!letters.hasTopic(home) || home.endsWith(Topics.DLT)) {
            tally.stuck();
            say(letter, "cannot go back: there is no topic " + home);
        } else {
            return true;
        }
        return false;
    }

    private void announce(Letter letter) {
        tally.replayed();
        say(letter, "would go to " + letter.home() + key(letter));
    }

    private void report(Outcome outcome) {
        switch (outcome) {
            case Outcome.Written(var letter, var at) -> {
                tally.replayed();
                say(letter, "went to " + at + key(letter));
            }
            case Outcome.Refused(var letter, var reason) -> {
                tally.stuck();
                say(letter, "cannot go back: " + reason);
            }
            case Outcome.Failed(var letter, var reason) -> {
                tally.failed();
                say(letter, "was not taken by Kafka: " + reason);
            }
        }
    }

    private void missing(Position name) {
        tally.missing();
        out.println("There is no dead letter " + name + ".");
    }

    private void say(Letter letter, String what) {
        out.println(letter.position() + " " + Printable.line(what));
    }

    private static String key(Letter letter) {
        return letter.key().map(key -> ", key " + key).orElse(", without a key");
    }
}
