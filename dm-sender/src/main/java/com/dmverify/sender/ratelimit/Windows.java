package com.dmverify.sender.ratelimit;

import com.dmverify.x.RateLimit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The windows of one allowance and their keys. All carry the app as hash tag, so that one script may touch them on a
 * Redis cluster.
 */
final class Windows {

    /** In which a person gets so many messages of an account. */
    static final Duration HOUR = Duration.ofHours(1);

    private static final Duration DAY = Duration.ofHours(24);

    private final List<Window> limited;
    private final Window closed;
    private final String inFlight;
    private final @Nullable String call;
    private final @Nullable String recipient;

    /** @param limit 0 for none of ours */
    record Window(String name, String key, long limit, Duration length) {}

    Windows(BudgetKey budgetKey) {
        String app = "dm-sender:budget:{" + budgetKey.app() + "}:";
        String use = budgetKey.use().prefix();
        String account = app + budgetKey.account() + ":" + use;
        Limits limits = budgetKey.limits();
        limited = List.of(
                new Window("short", account + "window", limits.perWindow(), limits.window()),
                new Window("day", account + "day", limits.perDay(), DAY),
                new Window("app_day", app + use + "day", limits.perDayOfApp(), DAY));
        closed = new Window("closed", account + "closed", 0, DAY);
        inFlight = account + "in-flight";
        BudgetKey.Message message = budgetKey.message();
        call = budgetKey.call() == null ? null : account + "call:" + budgetKey.call();
        recipient = message == null || !message.countsPerson() ? null : account + "recipient:" + message.recipient();
    }

    /** Those that a call counts in. */
    List<Window> limited() {
        return limited;
    }

    /** All that say whether a call may be made: those that it counts in, and at the end the closed one. */
    List<Window> all() {
        return Stream.concat(limited.stream(), Stream.of(closed)).toList();
    }

    /** Exists only while X throttles although our count was not at its limit. */
    Window closed() {
        return closed;
    }

    /** The key of the calls that X has not answered yet. */
    String inFlight() {
        return inFlight;
    }

    /** The key that says when the call was taken, if it has a name. */
    Optional<String> call() {
        return Optional.ofNullable(call);
    }

    /** The key of the latest messages to the person, if there is a person. */
    Optional<String> recipient() {
        return Optional.ofNullable(recipient);
    }

    Window of(RateLimit.Window window) {
        return switch (window) {
            case FIFTEEN_MINUTES -> limited.get(0);
            case USER_24_HOURS -> limited.get(1);
            case APP_24_HOURS -> limited.get(2);
        };
    }
}
