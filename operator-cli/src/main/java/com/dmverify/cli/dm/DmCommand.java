package com.dmverify.cli.dm;

import com.dmverify.cli.terminal.HelpOption;
import com.dmverify.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The group {@code dmverify dm}. */
@Command(
        name = "dm",
        description = {
            "Sends, lists, shows and deletes Direct Messages of an account.",
            "It bypasses dm-sender and its limits: for a trial or an answer by hand. X's rules allow messages only to people who asked."
        },
        synopsisSubcommandLabel = "COMMAND")
public final class DmCommand {

    @Mixin
    final HelpOption help = new HelpOption();

    private DmCommand() {}

    public static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new DmCommand())
                .addSubcommand(new SendDm(terminal))
                .addSubcommand(new ListDms(terminal))
                .addSubcommand(new ShowDm(terminal))
                .addSubcommand(new DeleteDm(terminal));
    }
}
