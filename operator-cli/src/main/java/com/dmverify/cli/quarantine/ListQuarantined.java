package com.dmverify.cli.quarantine;

import com.dmverify.cli.api.ApiOptions;
import com.dmverify.cli.terminal.Json;
import com.dmverify.cli.terminal.OutputOptions;
import com.dmverify.cli.terminal.Printable;
import com.dmverify.cli.terminal.Table;
import com.dmverify.cli.terminal.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** {@code dmverify quarantine list}: one line for each damaged verification. */
@Command(name = "list", description = "Lists damaged verifications, one per line, with the cause and the next look.")
final class ListQuarantined implements Callable<Integer> {

    private static final int LONGEST_CAUSE = 160;

    private final Terminal terminal;

    @Mixin
    private final ApiOptions options;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    ListQuarantined(Terminal terminal) {
        this.terminal = terminal;
        options = new ApiOptions(terminal);
    }

    @Override
    public Integer call() {
        JsonNode entries = options.api().get(QuarantineCommand.PATH).path("data");
        if (output.json()) {
            entries.forEach(entry -> terminal.out().println(Json.line(entry)));
        } else if (entries.isEmpty()) {
            terminal.out().println("No damaged verifications.");
        } else {
            print(entries);
        }
        return 0;
    }

    private void print(JsonNode entries) {
        Table table = new Table(terminal.out(), List.of("ID", "LOOKS", "LAST LOOK", "NEXT LOOK", "CAUSE"));
        for (JsonNode entry : entries) {
            table.add(List.of(
                    entry.path("id").asString(""),
                    entry.path("looks").asString(""),
                    entry.path("last_look_at").asString(""),
                    entry.path("next_look_at").asString(""),
                    Printable.line(entry.path("cause").asString(""), LONGEST_CAUSE)));
        }
        table.print();
    }
}
