package com.dmverify.cli.webhook;

import com.dmverify.cli.activity.ActivityOptions;
import com.dmverify.cli.terminal.Json;
import com.dmverify.cli.terminal.OutputOptions;
import com.dmverify.cli.terminal.Table;
import com.dmverify.cli.terminal.Terminal;
import com.dmverify.x.subscription.Webhook;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dmverify webhook list}. */
@Command(name = "list", description = "Lists the webhooks that are registered at X, and whether X delivers to them.")
final class ListWebhooks implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private final ActivityOptions options;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    ListWebhooks(Terminal terminal) {
        this.terminal = terminal;
        options = new ActivityOptions(terminal);
    }

    @Override
    public Integer call() {
        List<Webhook> all = options.api().webhooks();
        if (output.json()) {
            all.forEach(each -> terminal.out().println(Json.line(WebhookCommand.json(each))));
        } else if (all.isEmpty()) {
            terminal.out().println("No webhooks.");
        } else {
            Table table = new Table(terminal.out(), List.of("ID", "VALID", "URL"));
            all.forEach(each -> table.add(List.of(each.id(), each.valid() ? "yes" : "no", each.url())));
            table.print();
        }
        return 0;
    }
}
