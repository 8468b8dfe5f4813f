package com.dmverify.cli.webhook;

import com.dmverify.cli.activity.ActivityApi;
import com.dmverify.cli.activity.ActivityOptions;
import com.dmverify.cli.terminal.CommandFailedException;
import com.dmverify.cli.terminal.IdConverter;
import com.dmverify.cli.terminal.Json;
import com.dmverify.cli.terminal.OutputOptions;
import com.dmverify.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code dmverify webhook validate}. */
@Command(name = "validate", description = "Requests a CRC check now. X delivers again to a webhook that answers it.")
final class ValidateWebhook implements Callable<Integer> {

    private final Terminal terminal;

    private @Nullable String id;

    @Mixin
    private final ActivityOptions options;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    ValidateWebhook(Terminal terminal) {
        this.terminal = terminal;
        options = new ActivityOptions(terminal);
    }

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "ID",
            converter = IdConverter.class,
            description = "The webhook. Default: the only one.")
    void setId(@Nullable String value) {
        id = value;
    }

    @Override
    public Integer call() {
        ActivityApi api = options.api();
        String webhook = ActivityOptions.only(api, id);
        if (!api.validate(webhook)) {
            throw new CommandFailedException("Webhook " + webhook
                    + " does not answer X's CRC check: check webhook-receiver's consumer secret and the way to it.");
        }
        terminal.out()
                .println(
                        output.json()
                                ? Json.line(JsonNodeFactory.instance
                                        .objectNode()
                                        .put("id", webhook)
                                        .put("valid", true))
                                : "Webhook " + webhook + " is valid.");
        return 0;
    }
}
