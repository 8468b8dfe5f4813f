package com.dmverify.cli.quarantine;

import com.dmverify.cli.terminal.HelpOption;
import com.dmverify.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The group {@code dmverify quarantine}. */
@Command(
        name = "quarantine",
        description = {
            "Lists damaged verifications, shows one, and ends one.",
            "verification-api puts a verification aside whose stored state it cannot read. It looks at it again with"
                    + " back-off, and never deletes it by itself."
        },
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "The commands call the management port of verification-api with an API key that has the scope operate."
        })
public final class QuarantineCommand {

    static final String PATH = "/operator/quarantine";

    @Mixin
    final HelpOption help = new HelpOption();

    private QuarantineCommand() {}

    public static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new QuarantineCommand())
                .addSubcommand(new ListQuarantined(terminal))
                .addSubcommand(new ShowQuarantined(terminal))
                .addSubcommand(new EndQuarantined(terminal));
    }
}
