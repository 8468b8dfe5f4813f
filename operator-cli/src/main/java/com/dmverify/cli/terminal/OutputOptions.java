package com.dmverify.cli.terminal;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that each command has which prints results: {@code --json} and {@code --help}. */
public final class OutputOptions {

    @Option(
            names = "--json",
            description = "Prints one JSON object per line instead of text; errors stay sentences on stderr.")
    private boolean json;

    @Mixin
    final HelpOption help = new HelpOption();

    /** Whether to print JSON. */
    public boolean json() {
        return json;
    }
}
