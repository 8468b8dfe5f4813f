package com.dmverify.cli.quarantine;

import com.dmverify.cli.api.ApiOptions;
import com.dmverify.cli.terminal.Json;
import com.dmverify.cli.terminal.OutputOptions;
import com.dmverify.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code dmverify quarantine show}: the entry of one verification and its stored value. */
@Command(
        name = "show",
        description = {
            "Shows one damaged verification and its stored value as indented JSON.",
            "Whatever could be a code is redacted."
        })
final class ShowQuarantined implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            index = "0",
            paramLabel = "ID",
            converter = VerificationIdConverter.class,
            description = "The id of the verification, as list prints it: ver_….")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private String id;

    @Mixin
    private final ApiOptions options;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    ShowQuarantined(Terminal terminal) {
        this.terminal = terminal;
        options = new ApiOptions(terminal);
    }

    @Override
    public Integer call() {
        JsonNode entry = options.api().get(QuarantineCommand.PATH + "/" + id);
        terminal.out().println(output.json() ? Json.line(entry) : Json.lines(entry));
        return 0;
    }
}
