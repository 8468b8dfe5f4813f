package com.dmverify.cli.activity;

import static com.dmverify.cli.x.XAnswers.value;

import com.dmverify.cli.terminal.CommandFailedException;
import com.dmverify.cli.terminal.NotBlankConverter;
import com.dmverify.cli.terminal.Terminal;
import com.dmverify.cli.x.XOptions;
import com.dmverify.x.ApiVersion;
import com.dmverify.x.UserId;
import com.dmverify.x.subscription.Webhook;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that choose a family of X's activity APIs. */
public final class ActivityOptions {

    @Option(
            names = "--family",
            paramLabel = "FAMILY",
            converter = Family.Converter.class,
            description =
                    "Which of X's activity APIs the app has: x-activity (default), account-activity (v2), premium or"
                            + " enterprise (v1.1).")
    private Family family = Family.X_ACTIVITY;

    private @Nullable String environment;

    @Mixin
    private final XOptions x;

    public ActivityOptions(Terminal terminal) {
        x = new XOptions(terminal);
    }

    @Option(
            names = "--environment",
            paramLabel = "NAME",
            converter = NotBlankConverter.class,
            description = "The environment in X's developer portal; for premium alone.")
    void setEnvironment(String name) {
        environment = name;
    }

    /**
     * The webhooks and subscriptions that the options name.
     *
     * @throws CommandFailedException if premium has no environment
     */
    public ActivityApi api() {
        return switch (family) {
            case X_ACTIVITY -> new XActivityApi(x);
            case ACCOUNT_ACTIVITY -> new AccountActivityApi(x);
            case ENTERPRISE -> new EnterpriseApi(x);
            case PREMIUM -> {
                if (environment == null) {
                    throw new CommandFailedException("Premium has environments: name one with --environment.");
                }
                yield new PremiumApi(x, environment);
            }
        };
    }

    /** The account of the credentials. */
    public UserId account() {
        boolean v2 = family == Family.X_ACTIVITY || family == Family.ACCOUNT_ACTIVITY;
        return x.asAccount(client ->
                value(client.users(v2 ? ApiVersion.V2 : ApiVersion.V1_1).me()).id());
    }

    /**
     * The webhook with this id, or the only one.
     *
     * @throws CommandFailedException if there is none, or more than one
     */
    public static String only(ActivityApi api, @Nullable String id) {
        if (id != null) {
            return id;
        }
        List<Webhook> all = api.webhooks();
        if (all.size() != 1) {
            throw new CommandFailedException(
                    all.isEmpty()
                            ? "No webhook is registered: see 'dmverify webhook register --help'."
                            : "There are " + all.size()
                                    + " webhooks: name one with --webhook. 'dmverify webhook list' shows them.");
        }
        return all.getFirst().id();
    }
}
