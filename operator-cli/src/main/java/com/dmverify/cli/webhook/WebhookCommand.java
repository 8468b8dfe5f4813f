package com.dmverify.cli.webhook;

import com.dmverify.cli.terminal.HelpOption;
import com.dmverify.cli.terminal.Json;
import com.dmverify.cli.terminal.OutputOptions;
import com.dmverify.cli.terminal.Printable;
import com.dmverify.cli.terminal.Terminal;
import com.dmverify.x.subscription.Webhook;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The group {@code dmverify webhook}. */
@Command(
        name = "webhook",
        description = {
            "Lists, registers, validates and deletes webhooks at X.",
            "A webhook is where X reports what happens; after its registration, subscribe the account: dmverify subscriptions add."
        },
        synopsisSubcommandLabel = "COMMAND")
public final class WebhookCommand {

    @Mixin
    final HelpOption help = new HelpOption();

    private WebhookCommand() {}

    public static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new WebhookCommand())
                .addSubcommand(new ListWebhooks(terminal))
                .addSubcommand(new RegisterWebhook(terminal))
                .addSubcommand(new ValidateWebhook(terminal))
                .addSubcommand(new DeleteWebhook(terminal));
    }

    /** Prints a webhook: as JSON, or the sentence. */
    static void print(Terminal terminal, OutputOptions output, Webhook webhook, String sentence) {
        terminal.out().println(output.json() ? Json.line(json(webhook)) : Printable.line(sentence));
    }

    static ObjectNode json(Webhook webhook) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", webhook.id())
                .put("url", webhook.url())
                .put("valid", webhook.valid());
    }
}
