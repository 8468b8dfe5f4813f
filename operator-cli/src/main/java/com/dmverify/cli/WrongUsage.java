package com.dmverify.cli;

import com.dmverify.cli.terminal.Printable;
import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Prints one line that says what is wrong with the command line and which help describes it. */
final class WrongUsage implements IParameterExceptionHandler {

    private final PrintStream err;

    WrongUsage(PrintStream err) {
        this.err = err;
    }

    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        err.println(Printable.line(sentence(e) + suggestion(e) + " See '"
                + command.getCommandSpec().qualifiedName() + " --help'."));
        return CommandLine.ExitCode.USAGE;
    }

    private static String sentence(ParameterException e) {
        String message = e instanceof UnmatchedArgumentException unmatched
                ? "There is no '" + String.join(" ", unmatched.getUnmatched()) + "' here."
                : String.valueOf(e.getMessage());
        return message.endsWith(".") ? message : message + ".";
    }

    private static String suggestion(ParameterException e) {
        if (!(e instanceof UnmatchedArgumentException unmatched)) {
            return "";
        }
        List<String> suggestions = unmatched.getSuggestions();
        return suggestions.isEmpty() ? "" : " Did you mean " + String.join(" or ", suggestions) + "?";
    }
}
