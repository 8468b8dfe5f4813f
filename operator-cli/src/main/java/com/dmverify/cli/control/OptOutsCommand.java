package com.dmverify.cli.control;

import com.dmverify.cli.terminal.HelpOption;
import com.dmverify.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The group {@code dmverify opt-outs}. */
@Command(
        name = "opt-outs",
        description = {
            "Lists opt-outs, adds one, and lifts one.",
            "A person opts out by STOP and in again by START; add and lift do the same for a person who said so in another"
                    + " way."
        },
        synopsisSubcommandLabel = "COMMAND")
public final class OptOutsCommand {

    static final String PATH = "/operator/opt-outs";

    @Mixin
    final HelpOption help = new HelpOption();

    private OptOutsCommand() {}

    public static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new OptOutsCommand())
                .addSubcommand(new ListOptOuts(terminal))
                .addSubcommand(new AddOptOut(terminal))
                .addSubcommand(new LiftOptOut(terminal));
    }
}
