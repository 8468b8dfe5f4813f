package com.dmverify.cli.deadletter.command;

import com.dmverify.cli.deadletter.DeadLetter;
import com.dmverify.cli.deadletter.RecordPosition;
import com.dmverify.cli.deadletter.format.DeadLetterJson;
import com.dmverify.cli.deadletter.kafka.DeadLetterReader;
import com.dmverify.cli.terminal.CommandFailedException;
import com.dmverify.cli.terminal.Json;
import com.dmverify.cli.terminal.OutputOptions;
import com.dmverify.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** {@code dmverify dead-letters show}: headers and record of one dead letter. */
@Command(
        name = "show",
        description = {
            "Shows headers and record of one dead letter as indented JSON, whatever its bytes are.",
            "What a person wrote in a message is omitted unless --with-texts is given."
        })
final class ShowDeadLetter implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            paramLabel = "POSITION",
            index = "0",
            converter = DeadLetterPositionConverter.class,
            description = "The dead letter, as list prints it: verification.requested.dlt-0@42.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private RecordPosition position;

    @Option(names = "--with-texts", description = "Also shows what a person wrote in a message.")
    private boolean withTexts;

    @Mixin
    private final KafkaOptions kafka;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    ShowDeadLetter(Terminal terminal) {
        this.terminal = terminal;
        kafka = new KafkaOptions(terminal);
    }

    @Override
    public Integer call() {
        return kafka.connect(this::show);
    }

    private int show(DeadLetterReader letters) {
        DeadLetter letter = letters.at(position)
                .orElseThrow(() -> new CommandFailedException(
                        "There is no dead letter " + position + "; 'dead-letters list' prints those that exist."));
        ObjectNode details = new DeadLetterJson(withTexts).details(letter);
        terminal.out().println(output.json() ? Json.line(details) : Json.lines(details));
        return 0;
    }
}
