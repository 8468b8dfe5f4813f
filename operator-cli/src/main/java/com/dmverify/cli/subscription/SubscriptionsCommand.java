package com.dmverify.cli.subscription;

import com.dmverify.cli.activity.Subscription;
import com.dmverify.cli.terminal.HelpOption;
import com.dmverify.cli.terminal.Json;
import com.dmverify.cli.terminal.OutputOptions;
import com.dmverify.cli.terminal.Table;
import com.dmverify.cli.terminal.Terminal;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The group {@code dmverify subscriptions}. */
@Command(
        name = "subscriptions",
        description = {
            "Lists subscriptions, adds and removes those of an account, and requests a replay.",
            "X reports to a webhook what happens to the accounts that are subscribed there."
        },
        synopsisSubcommandLabel = "COMMAND")
public final class SubscriptionsCommand {

    @Mixin
    final HelpOption help = new HelpOption();

    private SubscriptionsCommand() {}

    public static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new SubscriptionsCommand())
                .addSubcommand(new ListSubscriptions(terminal))
                .addSubcommand(new AddSubscriptions(terminal))
                .addSubcommand(new RemoveSubscriptions(terminal))
                .addSubcommand(new RequestReplay(terminal));
    }

    /** Prints the subscriptions, or the sentence if there are none. */
    static void print(Terminal terminal, OutputOptions output, List<Subscription> all, String none) {
        if (output.json()) {
            all.forEach(each -> terminal.out().println(Json.line(each.json())));
        } else if (all.isEmpty()) {
            terminal.out().println(none);
        } else {
            Table table = new Table(terminal.out(), List.of("USER ID", "EVENTS", "WEBHOOK", "ID"));
            all.forEach(each -> table.add(List.of(
                    each.user() == null ? "" : each.user().value(),
                    each.eventType(),
                    each.webhookId() == null ? "" : each.webhookId(),
                    each.id() == null ? "" : each.id())));
            table.print();
        }
    }
}
