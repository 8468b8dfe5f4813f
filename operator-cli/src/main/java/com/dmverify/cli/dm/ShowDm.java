package com.dmverify.cli.dm;

import static com.dmverify.cli.x.XAnswers.value;

import com.dmverify.cli.terminal.CommandFailedException;
import com.dmverify.cli.terminal.IdConverter;
import com.dmverify.cli.terminal.Json;
import com.dmverify.cli.terminal.OutputOptions;
import com.dmverify.cli.terminal.Terminal;
import com.dmverify.cli.x.XOptions;
import com.dmverify.x.XClient;
import com.dmverify.x.dm.v2.EventQuery;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dmverify dm show}. */
@Command(name = "show", description = "Shows one message.")
final class ShowDm implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "ID", converter = IdConverter.class, description = "X's id of the message.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private String id;

    @Option(names = "--with-texts", description = "Also the text; that of a message of this account may hold a code.")
    private boolean withTexts;

    @Option(names = "--v1", description = "Uses API v1.1 instead of v2.")
    private boolean v1;

    @Mixin
    private final XOptions x;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    ShowDm(Terminal terminal) {
        this.terminal = terminal;
        x = new XOptions(terminal);
    }

    @Override
    public Integer call() {
        PrintedMessage message = x.asAccount(this::read);
        terminal.out()
                .println(output.json() ? Json.line(message.json(withTexts)) : Json.lines(message.json(withTexts)));
        return 0;
    }

    private PrintedMessage read(XClient client) {
        Stream<PrintedMessage> found = v1
                ? value(client.messageEvents().show(id)).page().items().stream().map(PrintedMessage::of)
                : value(client.dmEvents().one(id, EventQuery.latest(1))).page().items().stream()
                        .map(PrintedMessage::of);
        return found.findFirst().orElseThrow(() -> new CommandFailedException("X has no message " + id + "."));
    }
}
