package com.dmverify.cli.subscription;

import com.dmverify.cli.activity.ActivityApi;
import com.dmverify.cli.activity.ActivityOptions;
import com.dmverify.cli.terminal.IdConverter;
import com.dmverify.cli.terminal.OutputOptions;
import com.dmverify.cli.terminal.Terminal;
import com.dmverify.x.UserId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code dmverify subscriptions remove}. */
@Command(name = "remove", description = "Ends the subscriptions of an account. Prints those that ended.")
final class RemoveSubscriptions implements Callable<Integer> {

    private final Terminal terminal;

    private @Nullable String user;

    @Mixin
    private final WebhookOption webhook = new WebhookOption();

    @Mixin
    private final ActivityOptions options;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    RemoveSubscriptions(Terminal terminal) {
        this.terminal = terminal;
        options = new ActivityOptions(terminal);
    }

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "USER_ID",
            converter = IdConverter.class,
            description = "The numeric id of the account. Default: the account of the credentials.")
    void setUser(@Nullable String id) {
        user = id;
    }

    @Override
    public Integer call() {
        ActivityApi api = options.api();
        UserId account = user == null ? options.account() : new UserId(user);
        SubscriptionsCommand.print(
                terminal, output, api.unsubscribe(webhook.of(api), account), "The account was not subscribed.");
        return 0;
    }
}
