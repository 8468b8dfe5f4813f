package com.dmverify.cli.user;

import com.dmverify.cli.terminal.HelpOption;
import com.dmverify.cli.terminal.Json;
import com.dmverify.cli.terminal.OutputOptions;
import com.dmverify.cli.terminal.Table;
import com.dmverify.cli.terminal.Terminal;
import com.dmverify.x.XUser;
import java.util.List;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The group {@code dmverify user}. */
@Command(name = "user", description = "Looks up users of X, and lists followers.", synopsisSubcommandLabel = "COMMAND")
public final class UserCommand {

    @Mixin
    final HelpOption help = new HelpOption();

    private UserCommand() {}

    public static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new UserCommand())
                .addSubcommand(new LookUpUsers(terminal))
                .addSubcommand(new ListFollowers(terminal));
    }

    /** Prints users, or the sentence if there are none. */
    static void print(Terminal terminal, OutputOptions output, List<XUser> users, String none) {
        if (output.json()) {
            users.forEach(user -> terminal.out().println(Json.line(json(user))));
        } else if (users.isEmpty()) {
            terminal.out().println(none);
        } else {
            Table table = new Table(terminal.out(), List.of("USER ID", "HANDLE", "NAME", "TAKES MESSAGES", "RELATION"));
            users.forEach(user -> table.add(List.of(
                    user.id().value(),
                    "@" + user.handle().value(),
                    user.name(),
                    user.receivesYourDm() == null ? "" : user.receivesYourDm() ? "yes" : "no",
                    String.join(" ", new TreeSet<>(user.connectionStatus())))));
            table.print();
        }
    }

    private static ObjectNode json(XUser user) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("user_id", user.id().value())
                .put("handle", user.handle().value())
                .put("name", user.name())
                .put("receives_your_dm", user.receivesYourDm());
        new TreeSet<>(user.connectionStatus()).forEach(json.putArray("connection_status")::add);
        return json;
    }
}
