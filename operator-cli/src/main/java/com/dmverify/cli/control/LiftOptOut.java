package com.dmverify.cli.control;

import com.dmverify.cli.api.ApiOptions;
import com.dmverify.cli.terminal.Json;
import com.dmverify.cli.terminal.NotBlankConverter;
import com.dmverify.cli.terminal.OutputOptions;
import com.dmverify.cli.terminal.Terminal;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code dmverify opt-outs lift}. */
@Command(name = "lift", description = "Lifts an opt-out: the person wants messages of this account again.")
final class LiftOptOut implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            index = "0",
            paramLabel = "ACCOUNT",
            converter = NotBlankConverter.class,
            description = "The name of the account.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private String account;

    @Parameters(
            index = "1",
            paramLabel = "USER_ID",
            converter = UserIdConverter.class,
            description = "The numeric id of the person on X.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private String userId;

    @Mixin
    private final ApiOptions options;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    LiftOptOut(Terminal terminal) {
        this.terminal = terminal;
        options = new ApiOptions(terminal);
    }

    @Override
    public Integer call() {
        JsonNode changed = options.api()
                .post(OptOutsCommand.PATH, Map.of("account", account, "user_id", userId, "state", "opted_in"));
        terminal.out().println(output.json() ? Json.line(changed) : userId + " is opted in to " + account + " again.");
        return 0;
    }
}
