package com.dmverify.cli.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dmverify.cli.api.ApiOptions;
import com.dmverify.cli.terminal.Json;
import com.dmverify.cli.terminal.OutputOptions;
import com.dmverify.cli.terminal.Table;
import com.dmverify.cli.terminal.Terminal;
import java.net.URLEncoder;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code dmverify opt-outs list}. */
@Command(name = "list", description = "Lists the opt-outs that stand, the newest first.")
final class ListOptOuts implements Callable<Integer> {

    private final Terminal terminal;
    private @Nullable String account;

    @Mixin
    private final ApiOptions options;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    ListOptOuts(Terminal terminal) {
        this.terminal = terminal;
        options = new ApiOptions(terminal);
    }

    @Option(names = "--account", paramLabel = "NAME", description = "Only of this account. Default: all accounts.")
    void setAccount(String name) {
        account = name;
    }

    @Override
    public Integer call() {
        String query = account == null ? "" : "?account=" + URLEncoder.encode(account, UTF_8);
        JsonNode all = options.api().get(OptOutsCommand.PATH + query).path("data");
        if (output.json()) {
            all.forEach(each -> terminal.out().println(Json.line(each)));
        } else if (all.isEmpty()) {
            terminal.out().println("No opt-outs.");
        } else {
            Table table = new Table(terminal.out(), List.of("ACCOUNT", "USER ID", "SINCE"));
            all.forEach(each -> table.add(List.of(
                    each.path("account").asString(""),
                    each.path("user_id").asString(""),
                    each.path("since").asString(""))));
            table.print();
        }
        return 0;
    }
}
