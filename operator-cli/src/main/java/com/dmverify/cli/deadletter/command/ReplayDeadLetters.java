package com.dmverify.cli.deadletter.command;

import com.dmverify.cli.deadletter.DeadLetterFilter;
import com.dmverify.cli.deadletter.RecordPosition;
import com.dmverify.cli.terminal.OutputOptions;
import com.dmverify.cli.terminal.Terminal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dmverify dead-letters replay}: says which dead letters would go to which topic, or writes them. */
@Command(
        name = "replay",
        description = {
            "Writes dead letters back to the topics that they come from. Without --execute it only says which ones.",
            "Dead letters that were replayed before are skipped. Run it again if it was interrupted: at worst those of"
                    + " the last moment are written twice, which every service tolerates."
        })
final class ReplayDeadLetters implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            paramLabel = "POSITION",
            arity = "0..*",
            converter = DeadLetterPositionConverter.class,
            description = "Only these dead letters, as list prints them. Not together with filters.")
    private List<RecordPosition> positions = List.of();

    @Option(names = "--execute", description = "Writes the records. Without it nothing is written.")
    private boolean execute;

    @Option(names = "--again", description = "Also writes dead letters that were replayed before.")
    private boolean again;

    @Mixin
    private final FilterOptions selection = new FilterOptions();

    @Mixin
    private final KafkaOptions kafka;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    ReplayDeadLetters(Terminal terminal) {
        this.terminal = terminal;
        kafka = new KafkaOptions(terminal);
    }

    @Override
    public Integer call() {
        DeadLetterFilter filter = selection.filter();
        if (!positions.isEmpty() && !filter.equals(DeadLetterFilter.ALL)) {
            throw new ParameterException(spec.commandLine(), "Give filters or positions, not both.");
        }
        List<RecordPosition> named = List.copyOf(new LinkedHashSet<>(positions));
        ReplayOutput replayOutput = new ReplayOutput(terminal.out(), output.json());
        return kafka.connect(letters -> new Replay(letters, filter, named, again, replayOutput).run(execute));
    }
}
