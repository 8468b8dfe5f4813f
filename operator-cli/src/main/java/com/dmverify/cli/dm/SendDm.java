package com.dmverify.cli.dm;

import static com.dmverify.cli.x.XAnswers.value;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.dmverify.cli.terminal.CommandFailedException;
import com.dmverify.cli.terminal.Json;
import com.dmverify.cli.terminal.NotBlankConverter;
import com.dmverify.cli.terminal.OutputOptions;
import com.dmverify.cli.terminal.Terminal;
import com.dmverify.cli.x.UserOf;
import com.dmverify.cli.x.XOptions;
import com.dmverify.x.Answer;
import com.dmverify.x.ApiVersion;
import com.dmverify.x.RateLimits;
import com.dmverify.x.UserId;
import com.dmverify.x.XClient;
import com.dmverify.x.XError;
import com.dmverify.x.dm.Message;
import com.dmverify.x.dm.RecentMessages;
import com.dmverify.x.dm.content.Attachment;
import com.dmverify.x.dm.content.Content;
import com.dmverify.x.dm.content.QuickReply;
import com.dmverify.x.dm.v1.NewMessage;
import com.dmverify.x.dm.v2.Draft;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code dmverify dm send}. */
@Command(
        name = "send",
        description = {
            "Sends a message. Success means that X accepted it, not that the person sees it.",
            "X has no idempotency key: two runs send two messages. If X's response is lost, the command looks for the message in the"
                    + " conversation before it ends."
        })
final class SendDm implements Callable<Integer> {

    /** X's clock may be behind ours by so much. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final Terminal terminal;

    @Parameters(
            index = "0",
            paramLabel = "USER",
            converter = UserOf.Converter.class,
            description = "The recipient: a numeric id (digits alone) or a handle (@jack).")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private UserOf recipient;

    @Parameters(
            index = "1",
            paramLabel = "TEXT",
            converter = NotBlankConverter.class,
            description = "The text, 1 to 10,000 characters; - reads it from standard input.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private String text;

    private @Nullable Path media;

    @Option(
            names = "--options",
            split = ",",
            paramLabel = "LABEL",
            converter = NotBlankConverter.class,
            description = "Options that the person can tap, separated by commas, up to 20; with API v1.1 alone.")
    private List<String> options = List.of();

    @Option(names = "--v1", description = "Uses API v1.1 instead of v2; --options does so by itself.")
    private boolean v1;

    @Mixin
    private final XOptions x;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    SendDm(Terminal terminal) {
        this.terminal = terminal;
        x = new XOptions(terminal);
    }

    @Option(names = "--media", paramLabel = "FILE", description = "An image (jpg, png, webp), gif or mp4 to attach.")
    void setMedia(Path file) {
        media = file;
    }

    @Override
    public Integer call() {
        MediaFile file = media == null ? null : new MediaFile(media);
        boolean legacy = v1 || !options.isEmpty();
        String message = text.equals("-") ? input() : text;
        String id = x.asAccount(client -> send(client, legacy, message, file));
        terminal.out()
                .println(
                        output.json()
                                ? Json.line(
                                        JsonNodeFactory.instance.objectNode().put("id", id))
                                : "X accepted the message as " + id + ".");
        return 0;
    }

    private String send(XClient client, boolean legacy, String message, @Nullable MediaFile file) {
        ApiVersion version = legacy ? ApiVersion.V1_1 : ApiVersion.V2;
        UserId to = recipient.id(client, version);
        String mediaId = file == null ? null : file.upload(client, legacy);
        Instant started = terminal.clock().instant();
        Answer<String> sent = legacy ? inV1(client, to, message, mediaId) : inV2(client, to, message, mediaId);
        if (sent instanceof Answer.Failed<String>(XError.UnknownOutcome _, RateLimits _)) {
            return switch (client.directMessages(version).recentWith(to)) {
                case Answer.Ok<RecentMessages>(RecentMessages recent, RateLimits _) ->
                    recent.messages().stream()
                            .filter(each -> isIt(each, to, message, started))
                            .map(Message::eventId)
                            .findFirst()
                            .orElseGet(() -> value(sent));
                case Answer.Failed<RecentMessages> _ -> value(sent);
            };
        }
        return value(sent);
    }

    private static boolean isIt(Message message, UserId to, String text, Instant started) {
        return !message.sender().equals(to)
                && message.text().equals(text)
                && message.createdAt().isAfter(started.minus(SKEW));
    }

    private Answer<String> inV2(XClient client, UserId to, String message, @Nullable String mediaId) {
        return client.conversations().send(to, new Draft(message, mediaId)).map(accepted -> accepted.eventId());
    }

    private Answer<String> inV1(XClient client, UserId to, String message, @Nullable String mediaId) {
        Content content = Content.text(message);
        if (!options.isEmpty()) {
            content = content.with(new QuickReply(options.stream()
                    .map(label -> new QuickReply.Option(label, null, null))
                    .toList()));
        }
        if (mediaId != null) {
            content = content.with(Attachment.Media.uploaded(mediaId));
        }
        return client.messageEvents().create(NewMessage.to(to, content)).map(accepted -> accepted.eventId());
    }

    private String input() {
        try {
            String read = new String(terminal.in().readAllBytes(), UTF_8).strip();
            if (read.isEmpty()) {
                throw new CommandFailedException("Standard input is empty: there is no text to send.");
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
