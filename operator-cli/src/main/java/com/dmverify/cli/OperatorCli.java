package com.dmverify.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dmverify.cli.control.ExportCommand;
import com.dmverify.cli.control.OptOutsCommand;
import com.dmverify.cli.control.ResumeCommand;
import com.dmverify.cli.control.StopCommand;
import com.dmverify.cli.deadletter.command.DeadLettersCommand;
import com.dmverify.cli.dm.DmCommand;
import com.dmverify.cli.keys.KeysCommand;
import com.dmverify.cli.quarantine.QuarantineCommand;
import com.dmverify.cli.story.StoryCommand;
import com.dmverify.cli.subscription.SubscriptionsCommand;
import com.dmverify.cli.terminal.HelpOption;
import com.dmverify.cli.terminal.PastInstantConverter;
import com.dmverify.cli.terminal.Terminal;
import com.dmverify.cli.user.UserCommand;
import com.dmverify.cli.webhook.WebhookCommand;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command {@code dmverify} with all its subcommands. Exit code: 0 done, 1 failed, 2 the command line is wrong. */
@Command(
        name = "dmverify",
        description = "Operates a deployment of DM Verify.",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit code:%n",
        exitCodeList = {
            "0:done, also if there was nothing to do",
            "1:failed, or not everything was done: the message says why",
            "2:the command line is wrong"
        },
        footer = {
            "",
            "Each command describes itself: dmverify COMMAND --help.",
            "Secrets come from environment variables or files, never from arguments.",
            "DMVERIFY_LOG=INFO or DEBUG shows what the clients of Kafka and HTTP log."
        })
public final class OperatorCli {

    private static final int COLUMNS = 110;

    @Mixin
    final HelpOption help = new HelpOption();

    private OperatorCli() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        // Not logback.xml: this module is also a library, which configures no one's log.
        System.setProperty("logback.configurationFile", "dmverify-logback.xml");
        PrintStream out = new PrintStream(System.out, false, UTF_8);
        PrintStream err = new PrintStream(System.err, true, UTF_8);
        int code = run(new Terminal(System.in, out, err, System.getenv(), Clock.systemUTC()), arguments);
        out.flush();
        System.exit(code);
    }

    /** Runs the command and returns its exit code. */
    static int run(Terminal terminal, String... arguments) {
        return commandLine(terminal).execute(arguments);
    }

    static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new OperatorCli())
                .addSubcommand(DeadLettersCommand.commandLine(terminal))
                .addSubcommand(QuarantineCommand.commandLine(terminal))
                .addSubcommand(KeysCommand.commandLine(terminal))
                .addSubcommand(new StopCommand(terminal))
                .addSubcommand(new ResumeCommand(terminal))
                .addSubcommand(OptOutsCommand.commandLine(terminal))
                .addSubcommand(new ExportCommand(terminal))
                .addSubcommand(WebhookCommand.commandLine(terminal))
                .addSubcommand(SubscriptionsCommand.commandLine(terminal))
                .addSubcommand(DmCommand.commandLine(terminal))
                .addSubcommand(UserCommand.commandLine(terminal))
                .addSubcommand(new StoryCommand(terminal))
                .registerConverter(Instant.class, new PastInstantConverter(terminal.clock()))
                .setOut(new PrintWriter(terminal.out(), true, UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, UTF_8))
                .setUsageHelpWidth(COLUMNS)
                .setParameterExceptionHandler(new WrongUsage(terminal.err()))
                .setExecutionExceptionHandler(new FailedExecution(terminal));
    }
}
