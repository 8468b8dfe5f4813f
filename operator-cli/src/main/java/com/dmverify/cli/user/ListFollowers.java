package com.dmverify.cli.user;

import static com.dmverify.cli.x.XAnswers.value;

import com.dmverify.cli.terminal.OutputOptions;
import com.dmverify.cli.terminal.PositiveNumberConverter;
import com.dmverify.cli.terminal.Terminal;
import com.dmverify.cli.x.UserOf;
import com.dmverify.cli.x.XOptions;
import com.dmverify.x.ApiVersion;
import com.dmverify.x.UserId;
import com.dmverify.x.XClient;
import com.dmverify.x.XUser;
import com.dmverify.x.page.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dmverify user followers}. */
@Command(
        name = "followers",
        description = {
            "Lists who follows an account, the newest first.",
            "X bills each user and allows 15 calls in 15 minutes. Following is no consent to a message."
        })
final class ListFollowers implements Callable<Integer> {

    private static final int LARGEST_PAGE = 1_000;
    private static final int LARGEST_PAGE_OF_V1 = 200;

    private final Terminal terminal;

    private @Nullable UserOf user;

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = PositiveNumberConverter.class,
            description = "At most this many. Default: 100.")
    private int limit = 100;

    @Option(names = "--v1", description = "Uses API v1.1 instead of v2.")
    private boolean v1;

    @Mixin
    private final XOptions x;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    ListFollowers(Terminal terminal) {
        this.terminal = terminal;
        x = new XOptions(terminal);
    }

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "USER",
            converter = UserOf.Converter.class,
            description = "The numeric id or handle. Default: the account of the credentials.")
    void setUser(@Nullable UserOf value) {
        user = value;
    }

    @Override
    public Integer call() {
        UserCommand.print(
                terminal, output, user == null ? x.asAccount(this::list) : x.asAnyone(this::list), "No followers.");
        return 0;
    }

    private List<XUser> list(XClient client) {
        ApiVersion version = v1 ? ApiVersion.V1_1 : ApiVersion.V2;
        UserId id = user == null ? value(client.users(version).me()).id() : user.id(client, version);
        List<XUser> followers = new ArrayList<>();
        String next = null;
        do {
            Page<XUser> page = page(client, id, limit - followers.size(), next);
            followers.addAll(page.items());
            next = page.next();
        } while (next != null && followers.size() < limit);
        return List.copyOf(followers);
    }

    private Page<XUser> page(XClient client, UserId id, int wanted, @Nullable String at) {
        return value(
                v1
                        ? client.legacyUserDirectory().followers(id, Math.min(wanted, LARGEST_PAGE_OF_V1), at)
                        : client.userDirectory().followers(id, Math.min(wanted, LARGEST_PAGE), at));
    }
}
