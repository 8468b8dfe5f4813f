package com.dmverify.cli.webhook;

import com.dmverify.cli.activity.ActivityApi;
import com.dmverify.cli.activity.ActivityOptions;
import com.dmverify.cli.terminal.IdConverter;
import com.dmverify.cli.terminal.Json;
import com.dmverify.cli.terminal.OutputOptions;
import com.dmverify.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code dmverify webhook delete}. */
@Command(name = "delete", description = "Deletes a webhook with its subscriptions. X reports nothing to it any more.")
final class DeleteWebhook implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "ID", converter = IdConverter.class, description = "The webhook.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private String id;

    @Mixin
    private final ActivityOptions options;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    DeleteWebhook(Terminal terminal) {
        this.terminal = terminal;
        options = new ActivityOptions(terminal);
    }

    @Override
    public Integer call() {
        ActivityApi api = options.api();
        boolean registered = api.webhooks().stream().anyMatch(each -> each.id().equals(id));
        if (registered) {
            api.delete(id);
        }
        terminal.out()
                .println(
                        output.json()
                                ? Json.line(JsonNodeFactory.instance
                                        .objectNode()
                                        .put("id", id)
                                        .put("deleted", registered))
                                : registered ? "Deleted." : "There is no webhook " + id + ".");
        return 0;
    }
}
