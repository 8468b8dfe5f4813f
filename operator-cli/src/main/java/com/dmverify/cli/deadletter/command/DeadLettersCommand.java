package com.dmverify.cli.deadletter.command;

import com.dmverify.cli.terminal.HelpOption;
import com.dmverify.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The group {@code dmverify dead-letters}. */
@Command(
        name = "dead-letters",
        description = {
            "Lists dead letters, shows one, and writes them back to their topics.",
            "A dead letter is a record that a service could not process: the service wrote it to the topic of the same"
                    + " name with '.dlt'. A position names one: verification.requested.dlt-0@42."
        },
        synopsisSubcommandLabel = "COMMAND")
public final class DeadLettersCommand {

    @Mixin
    final HelpOption help = new HelpOption();

    private DeadLettersCommand() {}

    public static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new DeadLettersCommand())
                .addSubcommand(new ListDeadLetters(terminal))
                .addSubcommand(new ShowDeadLetter(terminal))
                .addSubcommand(new ReplayDeadLetters(terminal));
    }
}
