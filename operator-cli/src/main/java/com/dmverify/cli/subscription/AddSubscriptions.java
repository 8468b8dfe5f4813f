package com.dmverify.cli.subscription;

import com.dmverify.cli.activity.ActivityApi;
import com.dmverify.cli.activity.ActivityOptions;
import com.dmverify.cli.terminal.OutputOptions;
import com.dmverify.cli.terminal.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code dmverify subscriptions add}. */
@Command(
        name = "add",
        description = {
            "Subscribes the account of the credentials. Prints what is new.",
            "X may take minutes until it reports."
        })
final class AddSubscriptions implements Callable<Integer> {

    private final Terminal terminal;

    /** What DM Verify reads: messages in both directions, read receipts, and who follows. */
    @Option(
            names = "--event",
            split = ",",
            paramLabel = "TYPE",
            converter = EventTypeConverter.class,
            description =
                    "A type of event, several times or separated by commas; for x-activity alone, the other families"
                            + " deliver all. Default: dm.received, dm.sent, dm.read, follow.follow, follow.unfollow.")
    private List<String> events = List.of("dm.received", "dm.sent", "dm.read", "follow.follow", "follow.unfollow");

    @Mixin
    private final WebhookOption webhook = new WebhookOption();

    @Mixin
    private final ActivityOptions options;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    AddSubscriptions(Terminal terminal) {
        this.terminal = terminal;
        options = new ActivityOptions(terminal);
    }

    @Override
    public Integer call() {
        ActivityApi api = options.api();
        SubscriptionsCommand.print(
                terminal, output, api.subscribe(webhook.of(api), events), "The account was subscribed before.");
        return 0;
    }

    /** Reads a type of event. */
    static final class EventTypeConverter implements ITypeConverter<String> {

        private static final Pattern TYPE = Pattern.compile("[a-z_]+(?:\\.[a-z_]+)+");

        @Override
        public String convert(String text) {
            if (!TYPE.matcher(text).matches()) {
                throw new TypeConversionException("'" + text + "' is not a type of event like dm.received");
            }
            return text;
        }
    }
}
