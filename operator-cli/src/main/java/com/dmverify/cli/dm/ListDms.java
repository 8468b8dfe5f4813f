package com.dmverify.cli.dm;

import static com.dmverify.cli.x.XAnswers.value;

import com.dmverify.cli.terminal.Json;
import com.dmverify.cli.terminal.OutputOptions;
import com.dmverify.cli.terminal.PositiveNumberConverter;
import com.dmverify.cli.terminal.Table;
import com.dmverify.cli.terminal.Terminal;
import com.dmverify.cli.x.UserOf;
import com.dmverify.cli.x.XOptions;
import com.dmverify.x.ApiVersion;
import com.dmverify.x.UserId;
import com.dmverify.x.XClient;
import com.dmverify.x.dm.DirectMessages;
import com.dmverify.x.dm.RecentMessages;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dmverify dm list}. */
@Command(
        name = "list",
        description = {
            "Lists the account's messages of 30 days in both directions, the newest first.",
            "X bills each message and allows 15 calls in 15 minutes, which dm-sender needs too."
        })
final class ListDms implements Callable<Integer> {

    private final Terminal terminal;

    private @Nullable UserOf other;

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = PositiveNumberConverter.class,
            description = "At most this many. Default: 50.")
    private int limit = 50;

    @Option(names = "--with-texts", description = "Also the texts; those of this account hold codes.")
    private boolean withTexts;

    @Option(names = "--v1", description = "Uses API v1.1 instead of v2.")
    private boolean v1;

    @Mixin
    private final XOptions x;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    ListDms(Terminal terminal) {
        this.terminal = terminal;
        x = new XOptions(terminal);
    }

    @Option(
            names = "--with",
            paramLabel = "USER",
            converter = UserOf.Converter.class,
            description = "Only the conversation with this user: a numeric id or a handle.")
    void setOther(UserOf user) {
        other = user;
    }

    @Override
    public Integer call() {
        List<PrintedMessage> messages = x.asAccount(this::read);
        if (output.json()) {
            messages.forEach(each -> terminal.out().println(Json.line(each.json(withTexts))));
        } else if (messages.isEmpty()) {
            terminal.out().println("No messages.");
        } else {
            Table table = new Table(terminal.out(), List.of("ID", "AT", "FROM", "TO", "TEXT"));
            messages.forEach(each -> table.add(each.cells(withTexts)));
            table.print();
        }
        return 0;
    }

    private List<PrintedMessage> read(XClient client) {
        ApiVersion version = v1 ? ApiVersion.V1_1 : ApiVersion.V2;
        DirectMessages messages = client.directMessages(version);
        UserId with = other == null ? null : other.id(client, version);
        List<PrintedMessage> all = new ArrayList<>();
        String older = null;
        do {
            RecentMessages page = value(with == null ? messages.recent(older) : messages.recentWith(with, older));
            page.messages().forEach(each -> all.add(PrintedMessage.of(each)));
            older = page.older();
        } while (older != null && all.size() < limit);
        return List.copyOf(all.subList(0, Math.min(limit, all.size())));
    }
}
