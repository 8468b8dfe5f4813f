package com.dmverify.cli.quarantine;

import com.dmverify.cli.api.ApiOptions;
import com.dmverify.cli.terminal.CommandFailedException;
import com.dmverify.cli.terminal.Json;
import com.dmverify.cli.terminal.OutputOptions;
import com.dmverify.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code dmverify quarantine end}: deletes one damaged verification. */
@Command(
        name = "end",
        description = {
            "Ends a damaged verification: its stored state, its deadline and its entry in the quarantine are deleted.",
            "After that the platform receives 404 for its id. No event is published for it: tell the platform, whose"
                    + " user starts a new verification. A verification that is readable again is not ended."
        })
final class EndQuarantined implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            index = "0",
            paramLabel = "ID",
            converter = VerificationIdConverter.class,
            description = "The id of the verification, as list prints it: ver_….")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private String id;

    @Option(names = "--yes", description = "Confirms that the stored state is deleted for good.")
    private boolean confirmed;

    @Mixin
    private final ApiOptions options;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    EndQuarantined(Terminal terminal) {
        this.terminal = terminal;
        options = new ApiOptions(terminal);
    }

    @Override
    public Integer call() {
        if (!confirmed) {
            throw new CommandFailedException("Nothing was changed: this deletes the stored state of " + id
                    + " for good, and the platform will receive 404 for it. Add --yes to do it.");
        }
        JsonNode result = options.api().post(QuarantineCommand.PATH + "/" + id + "/end");
        terminal.out()
                .println(
                        output.json()
                                ? Json.line(result)
                                : id + " is ended. The platform receives 404 for it; no event is published.");
        return 0;
    }
}
