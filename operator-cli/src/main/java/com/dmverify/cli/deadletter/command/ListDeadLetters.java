package com.dmverify.cli.deadletter.command;

import com.dmverify.cli.deadletter.DeadLetter;
import com.dmverify.cli.deadletter.DeadLetterFilter;
import com.dmverify.cli.deadletter.ReplayState;
import com.dmverify.cli.deadletter.format.DeadLetterJson;
import com.dmverify.cli.deadletter.format.DeadLetterTable;
import com.dmverify.cli.deadletter.kafka.DeadLetterReader;
import com.dmverify.cli.deadletter.kafka.ReplayLog;
import com.dmverify.cli.terminal.Json;
import com.dmverify.cli.terminal.OutputOptions;
import com.dmverify.cli.terminal.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dmverify dead-letters list}: one line for each dead letter. */
@Command(
        name = "list",
        description = {
            "Lists dead letters, one per line, by topic, partition and age.",
            "STATE is new, replayed, or returned: a record that was replayed and could not be processed again."
        })
final class ListDeadLetters implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private final FilterOptions selection = new FilterOptions();

    @Mixin
    private final KafkaOptions kafka;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    ListDeadLetters(Terminal terminal) {
        this.terminal = terminal;
        kafka = new KafkaOptions(terminal);
    }

    @Override
    public Integer call() {
        return kafka.connect(letters -> new Listing(letters, selection.filter()).run());
    }

    private final class Listing {

        private final DeadLetterReader letters;
        private final DeadLetterFilter filter;
        private final ReplayLog replayLog;
        private final DeadLetterTable table = new DeadLetterTable(terminal.out());
        private int listed;
        private int replayed;

        Listing(DeadLetterReader letters, DeadLetterFilter filter) {
            this.letters = letters;
            this.filter = filter;
            replayLog = letters.replayLog(filter.topics());
        }

        int run() {
            letters.each(filter, this::list);
            if (!output.json()) {
                table.print();
                terminal.out().println(summary());
            }
            return 0;
        }

        private boolean list(List<DeadLetter> batch) {
            for (DeadLetter letter : batch) {
                if (listed == filter.limit()) {
                    return false;
                }
                listed++;
                print(letter, replayLog.stateOf(letter));
            }
            // The reader of the output may have closed it: `dmverify dead-letters list | head`.
            return listed < filter.limit() && !terminal.out().checkError();
        }

        private void print(DeadLetter letter, ReplayState state) {
            replayed += state == ReplayState.REPLAYED ? 1 : 0;
            if (output.json()) {
                terminal.out().println(Json.line(DeadLetterJson.summary(letter, state)));
            } else {
                table.add(letter, state);
            }
        }

        private String summary() {
            if (listed == 0) {
                return filter.equals(DeadLetterFilter.ALL) ? "No dead letters." : "No dead letters match.";
            }
            String count = listed == 1 ? "1 dead letter" : listed + " dead letters";
            String limit = listed == filter.limit() ? "; there may be more (--limit)" : "";
            return count + ", " + replayed + " of them replayed" + limit + ".";
        }
    }
}
