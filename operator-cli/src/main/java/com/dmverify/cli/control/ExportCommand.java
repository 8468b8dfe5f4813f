package com.dmverify.cli.control;

import com.dmverify.cli.api.ApiOptions;
import com.dmverify.cli.terminal.Json;
import com.dmverify.cli.terminal.OutputOptions;
import com.dmverify.cli.terminal.Terminal;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code dmverify export}. */
@Command(
        name = "export",
        description = {
            "Prints as JSON what is held about a person, over all tenants.",
            "verifications and opt_outs are held by verification-api; topics names the topics of Kafka that may hold more, and"
                    + " until when."
        })
public final class ExportCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            index = "0",
            paramLabel = "USER_ID",
            converter = UserIdConverter.class,
            description = "The numeric id of the person on X.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private String userId;

    @Mixin
    private final ApiOptions options;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    public ExportCommand(Terminal terminal) {
        this.terminal = terminal;
        options = new ApiOptions(terminal);
    }

    @Override
    public Integer call() {
        JsonNode held = options.api().post("/operator/export", Map.of("user_id", userId));
        terminal.out().println(output.json() ? Json.line(held) : Json.lines(held));
        return 0;
    }
}
