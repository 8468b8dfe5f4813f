package com.dmverify.cli.user;

import static com.dmverify.cli.x.XAnswers.value;

import com.dmverify.cli.terminal.CommandFailedException;
import com.dmverify.cli.terminal.OutputOptions;
import com.dmverify.cli.terminal.Terminal;
import com.dmverify.cli.x.UserOf;
import com.dmverify.cli.x.XOptions;
import com.dmverify.x.Handle;
import com.dmverify.x.UserId;
import com.dmverify.x.XClient;
import com.dmverify.x.XUser;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dmverify user lookup}. */
@Command(
        name = "lookup",
        description = {
            "Looks up users by numeric id or handle.",
            "With the credentials of an account it also says whether X would take a message from that account to them."
        })
final class LookUpUsers implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            arity = "1..100",
            paramLabel = "USER",
            converter = UserOf.Converter.class,
            description = "Numeric ids (digits alone) or handles (@jack).")
    private List<UserOf> users = List.of();

    @Option(names = "--v1", description = "Uses API v1.1 instead of v2.")
    private boolean v1;

    @Mixin
    private final XOptions x;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    LookUpUsers(Terminal terminal) {
        this.terminal = terminal;
        x = new XOptions(terminal);
    }

    @Override
    public Integer call() {
        List<UserId> ids = users.stream()
                .filter(UserOf::isId)
                .map(user -> new UserId(user.text()))
                .toList();
        List<Handle> handles = users.stream()
                .filter(user -> !user.isId())
                .map(user -> Handle.parse(user.text()))
                .toList();
        List<XUser> found = x.asAnyone(
                client -> v1 ? value(client.legacyUserDirectory().lookup(handles, ids)) : lookUp(client, handles, ids));
        UserCommand.print(terminal, output, found, "No such user.");
        long asked = users.stream().distinct().count();
        if (found.size() < asked) {
            throw new CommandFailedException("X knows " + found.size() + " of these " + asked
                    + " users; the others do not exist or are suspended.");
        }
        return 0;
    }

    private static List<XUser> lookUp(XClient client, List<Handle> handles, List<UserId> ids) {
        List<XUser> found = new ArrayList<>();
        if (!handles.isEmpty()) {
            found.addAll(value(client.userDirectory().byHandles(handles)));
        }
        if (!ids.isEmpty()) {
            found.addAll(value(client.userDirectory().byIds(ids)));
        }
        return List.copyOf(found);
    }
}
