package com.dmverify.cli.dm;

import static com.dmverify.cli.x.XAnswers.value;

import com.dmverify.cli.terminal.IdConverter;
import com.dmverify.cli.terminal.Json;
import com.dmverify.cli.terminal.OutputOptions;
import com.dmverify.cli.terminal.Terminal;
import com.dmverify.cli.x.XOptions;
import com.dmverify.x.Answer;
import com.dmverify.x.RateLimits;
import com.dmverify.x.XClient;
import com.dmverify.x.XError;
import java.net.HttpURLConnection;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code dmverify dm delete}. */
@Command(name = "delete", description = "Removes a message from the account's own view. The other party keeps it.")
final class DeleteDm implements Callable<Integer> {

    private static final Set<Integer> ABSENT = Set.of(HttpURLConnection.HTTP_OK, HttpURLConnection.HTTP_NOT_FOUND);

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "ID", converter = IdConverter.class, description = "X's id of the message.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private String id;

    @Option(names = "--v1", description = "Uses API v1.1 instead of v2.")
    private boolean v1;

    @Mixin
    private final XOptions x;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    DeleteDm(Terminal terminal) {
        this.terminal = terminal;
        x = new XOptions(terminal);
    }

    @Override
    public Integer call() {
        boolean deleted = x.asAccount(this::delete);
        terminal.out()
                .println(
                        output.json()
                                ? Json.line(JsonNodeFactory.instance
                                        .objectNode()
                                        .put("id", id)
                                        .put("deleted", deleted))
                                : deleted ? "Deleted." : "There is no message " + id + " in the account's view.");
        return 0;
    }

    private boolean delete(XClient client) {
        Answer<Boolean> answer = v1
                ? client.messageEvents().destroy(id).map(_ -> true)
                : client.dmEvents().delete(id);
        return !isAbsent(answer) && value(answer);
    }

    /** X responds 404 (v1.1), or 200 with the error "not found" and without data (v2). */
    private static boolean isAbsent(Answer<Boolean> answer) {
        return answer instanceof Answer.Failed<Boolean>(XError error, RateLimits _)
                && error.httpStatus() != null
                && ABSENT.contains(error.httpStatus());
    }
}
