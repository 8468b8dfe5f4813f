package com.dmverify.cli.terminal;

import picocli.CommandLine.Option;

/** The option {@code --help}, which each command has. */
public final class HelpOption {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Describes this command and exits.")
    boolean requested;
}
