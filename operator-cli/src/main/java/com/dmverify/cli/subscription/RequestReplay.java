package com.dmverify.cli.subscription;

import com.dmverify.cli.activity.ActivityApi;
import com.dmverify.cli.activity.ActivityOptions;
import com.dmverify.cli.terminal.CommandFailedException;
import com.dmverify.cli.terminal.Json;
import com.dmverify.cli.terminal.OutputOptions;
import com.dmverify.cli.terminal.Terminal;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code dmverify subscriptions replay}. */
@Command(
        name = "replay",
        description = {
            "Requests that X delivers again what happened between two times, after webhook-receiver could not be reached.",
            "A repeated event changes nothing. X takes times that are 31 minutes to 24 hours ago (enterprise: 5 days), and an end that"
                    + " is at least 10 minutes ago."
        })
final class RequestReplay implements Callable<Integer> {

    /** X's newest end of a replay. */
    private static final Duration NEWEST = Duration.ofMinutes(10);

    private final Terminal terminal;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "TIME",
            description = "The beginning: 90m, 2h, PT1H (ago), or 2026-11-20T10:00:00Z.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private Instant from;

    private @Nullable Instant to;

    @Mixin
    private final WebhookOption webhook = new WebhookOption();

    @Mixin
    private final ActivityOptions options;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    RequestReplay(Terminal terminal) {
        this.terminal = terminal;
        options = new ActivityOptions(terminal);
    }

    @Option(names = "--to", paramLabel = "TIME", description = "The end, in the same form. Default: 10 minutes ago.")
    void setTo(Instant time) {
        to = time;
    }

    @Override
    public Integer call() {
        Instant end = to == null ? terminal.clock().instant().minus(NEWEST) : to;
        if (!from.isBefore(end)) {
            throw new CommandFailedException("The beginning " + from + " is not before the end " + end + ".");
        }
        ActivityApi api = options.api();
        String id = webhook.of(api);
        String job = api.replay(id, from, end);
        terminal.out()
                .println(
                        output.json()
                                ? Json.line(JsonNodeFactory.instance
                                        .objectNode()
                                        .put("job_id", job)
                                        .put("webhook_id", id)
                                        .put("from", from.toString())
                                        .put("to", end.toString()))
                                : "X delivers again what happened from " + from + " to " + end + " (job " + job + ").");
        return 0;
    }
}
