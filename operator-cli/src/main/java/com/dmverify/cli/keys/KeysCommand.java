package com.dmverify.cli.keys;

import com.dmverify.cli.terminal.HelpOption;
import com.dmverify.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The group {@code dmverify keys}. */
@Command(
        name = "keys",
        description = {
            "Makes an API key, and prints the hash of one.",
            "verification-api knows only hashes: put the hash into its configuration, and give the key to the tenant. To"
                    + " rotate a key, add the new hash, let the tenant change over, and remove the old hash."
        },
        synopsisSubcommandLabel = "COMMAND")
public final class KeysCommand {

    @Mixin
    final HelpOption help = new HelpOption();

    private KeysCommand() {}

    public static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new KeysCommand())
                .addSubcommand(new NewKey(terminal))
                .addSubcommand(new HashKey(terminal));
    }
}
