package com.dmverify.cli.subscription;

import com.dmverify.cli.activity.ActivityApi;
import com.dmverify.cli.activity.ActivityOptions;
import com.dmverify.cli.terminal.OutputOptions;
import com.dmverify.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dmverify subscriptions list}. */
@Command(name = "list", description = "Lists the subscriptions of a webhook.")
final class ListSubscriptions implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private final WebhookOption webhook = new WebhookOption();

    @Mixin
    private final ActivityOptions options;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    ListSubscriptions(Terminal terminal) {
        this.terminal = terminal;
        options = new ActivityOptions(terminal);
    }

    @Override
    public Integer call() {
        ActivityApi api = options.api();
        SubscriptionsCommand.print(terminal, output, api.subscriptions(webhook.of(api)), "No subscriptions.");
        return 0;
    }
}
