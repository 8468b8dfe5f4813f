package com.dmverify.cli.webhook;

import com.dmverify.cli.activity.ActivityApi;
import com.dmverify.cli.activity.ActivityOptions;
import com.dmverify.cli.terminal.CommandFailedException;
import com.dmverify.cli.terminal.HttpAddressConverter;
import com.dmverify.cli.terminal.OutputOptions;
import com.dmverify.cli.terminal.Terminal;
import com.dmverify.x.subscription.Webhook;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code dmverify webhook register}. */
@Command(
        name = "register",
        description = {
            "Registers a webhook. X sends a CRC check to it at once, so webhook-receiver has to run and be reachable.",
            "A URL that is registered stays as it is; if X does not deliver to it any more, it is validated."
        })
final class RegisterWebhook implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            index = "0",
            paramLabel = "URL",
            converter = HttpAddressConverter.class,
            description = "The public address of webhook-receiver: https, without a port, for instance"
                    + " https://example.com/webhooks/x.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private URI url;

    @Mixin
    private final ActivityOptions options;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    RegisterWebhook(Terminal terminal) {
        this.terminal = terminal;
        options = new ActivityOptions(terminal);
    }

    @Override
    public Integer call() {
        ActivityApi api = options.api();
        Optional<Webhook> registered = api.webhooks().stream()
                .filter(each -> each.url().equals(url.toString()))
                .findFirst();
        if (registered.isEmpty()) {
            Webhook made = api.register(url);
            WebhookCommand.print(terminal, output, made, "Registered as " + made.id() + ".");
        } else if (registered.get().valid()) {
            WebhookCommand.print(
                    terminal,
                    output,
                    registered.get(),
                    "Registered before as " + registered.get().id() + ".");
        } else {
            validateAgain(api, registered.get());
        }
        return 0;
    }

    private void validateAgain(ActivityApi api, Webhook webhook) {
        if (!api.validate(webhook.id())) {
            throw new CommandFailedException(
                    webhook.url() + " is registered as " + webhook.id()
                            + " and does not answer X's CRC check: check webhook-receiver's consumer secret and the way to it.");
        }
        WebhookCommand.print(
                terminal,
                output,
                new Webhook(webhook.id(), webhook.url(), true),
                "Registered before as " + webhook.id() + ", and valid again.");
    }
}
