package com.dmverify.cli.deadletter.command;

import com.dmverify.cli.deadletter.DeadLetter;
import com.dmverify.cli.deadletter.DeadLetterFilter;
import com.dmverify.cli.deadletter.RecordPosition;
import com.dmverify.cli.deadletter.kafka.DeadLetterReader;
import com.dmverify.cli.deadletter.kafka.ReplayLog;
import com.dmverify.cli.deadletter.kafka.ReplayResult;
import com.dmverify.cli.deadletter.kafka.Replayer;
import com.dmverify.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Selects dead letters and replays them, or says what it would do. */
final class Replay {

    private final DeadLetterReader letters;
    private final DeadLetterFilter filter;
    private final List<RecordPosition> named;
    private final boolean again;
    private final ReplayOutput output;
    private final ReplayLog replayLog;

    /**
     * @param filter which ones, if none is named
     * @param named which ones; may be empty
     * @param again also those that were replayed before
     */
    Replay(
            DeadLetterReader letters,
            DeadLetterFilter filter,
            List<RecordPosition> named,
            boolean again,
            ReplayOutput output) {
        this.letters = letters;
        this.filter = filter;
        this.named = named;
        this.again = again;
        this.output = output;
        List<String> topics = named.stream().map(RecordPosition::topic).toList();
        replayLog = letters.replayLog(topics.isEmpty() ? filter.topics() : topics);
    }

    /** Returns the exit code: a dry run never fails. */
    int run(boolean execute) {
        if (execute) {
            try (Replayer replayer = letters.replayer(replayLog)) {
                select(due -> replayer.write(due).forEach(this::print));
            }
        } else {
            select(due -> due.forEach(this::printDry));
        }
        output.printSummary(execute);
        return execute && output.isIncomplete() ? 1 : 0;
    }

    private void select(Consumer<List<DeadLetter>> action) {
        if (named.isEmpty()) {
            letters.each(filter, batch -> process(batch, action));
            return;
        }
        for (RecordPosition position : named) {
            letters.at(position)
                    .ifPresentOrElse(
                            letter -> process(List.of(letter), action),
                            () -> output.print(position, Disposition.NOT_FOUND, ""));
        }
    }

    /** Returns whether to continue. */
    private boolean process(List<DeadLetter> batch, Consumer<List<DeadLetter>> action) {
        List<DeadLetter> due = new ArrayList<>();
        int remaining = filter.limit() - output.replayed();
        for (DeadLetter letter : batch) {
            if (due.size() < remaining && isDue(letter)) {
                due.add(letter);
            }
        }
        action.accept(due);
        return !output.hasFailed() && output.replayed() < filter.limit();
    }

    private boolean isDue(DeadLetter letter) {
        String topic = letter.replayTopic();
        if (!again && replayLog.contains(letter.position())) {
            output.print(letter.position(), Disposition.SKIPPED, "");
        } else if (letter.isShortened()) {
            output.print(
                    letter.position(),
                    Disposition.CANNOT_BE_REPLAYED,
                    "its value was too large for the dead letter topic; the whole record is at "
                            + letter.origin().map(RecordPosition::toString).orElse("its origin"));
        } else if (!letters.hasTopic(topic) || topic.endsWith(Topics.DLT)) {
            output.print(letter.position(), Disposition.CANNOT_BE_REPLAYED, "there is no topic " + topic);
        } else {
            return true;
        }
        return false;
    }

    private void printDry(DeadLetter letter) {
        output.print(letter.position(), Disposition.WOULD_BE_REPLAYED, letter.replayTopic() + key(letter));
    }

    private void print(ReplayResult result) {
        switch (result) {
            case ReplayResult.Written(var letter, var to) ->
                output.print(letter.position(), Disposition.REPLAYED, to + key(letter));
            case ReplayResult.Rejected(var letter, var reason) ->
                output.print(letter.position(), Disposition.CANNOT_BE_REPLAYED, reason);
            case ReplayResult.Failed(var letter, var reason) ->
                output.print(letter.position(), Disposition.FAILED, reason);
        }
    }

    private static String key(DeadLetter letter) {
        return letter.key().map(key -> ", key " + key).orElse(", without a key");
    }
}
