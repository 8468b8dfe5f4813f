package com.dmverify.cli;

import com.dmverify.cli.terminal.CommandFailedException;
import com.dmverify.cli.terminal.Printable;
import com.dmverify.cli.terminal.Terminal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Prints one line that says why a command failed and what to do. */
final class FailedExecution implements IExecutionExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(FailedExecution.class);

    private final Terminal terminal;

    FailedExecution(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult result) {
        LOG.debug("command.failed", e);
        terminal.out().flush();
        terminal.err().println(Printable.line(sentence(e)));
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static String sentence(Exception e) {
        return e instanceof CommandFailedException failed
                ? String.valueOf(failed.getMessage())
                : "Unexpected " + e.getClass().getSimpleName() + ": " + e.getMessage()
                        + ". Set DMVERIFY_LOG=DEBUG to see where it comes from.";
    }
}
