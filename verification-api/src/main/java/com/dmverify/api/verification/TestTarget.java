package com.dmverify.api.verification;

import com.dmverify.api.verification.DeliveryReport.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A target of test keys. Nothing is sent to it: what becomes of its message is decided here, and nothing of it reaches dm-sender
 * or X. No other key can use one, also if X has an account of that name.
 */
public enum TestTarget {
    /** The message arrives at once. */
    DELIVERED("dmv_delivered", "9000000000000000001", Duration.ZERO, Outcome.SENT, null),

    /** X does not let the message through, and the person never follows. */
    CLOSED("dmv_closed", "9000000000000000002", Duration.ZERO, Outcome.REFUSED, DeliveryReport.TARGET_CLOSED),

    /** X has suspended the account. */
    SUSPENDED("dmv_suspended", "9000000000000000003", Duration.ZERO, Outcome.REFUSED, "target_suspended"),

    /** The message waits in the queue first. */
    SLOW("dmv_slow", "9000000000000000004", Duration.ofSeconds(30), Outcome.SENT, null);

    /** The right code of each of them. */
    private static final String CODE = "000000";

    private final String handle;

    /** Snowflake ids of the year 2078: X gives them to no account. */
    private final String userId;

    private final Duration after;
    private final Outcome outcome;
    private final @Nullable String reason;

    TestTarget(String handle, String userId, Duration after, Outcome outcome, @Nullable String reason) {
        this.handle = handle;
        this.userId = userId;
        this.after = after;
        this.outcome = outcome;
        this.reason = reason;
    }

    /** The one that is named so, by handle or id; empty if none is. */
    public static Optional<TestTarget> of(Target target) {
        return Arrays.stream(values()).filter(each -> each.isNamedBy(target)).findFirst();
    }

    private boolean isNamedBy(Target target) {
        return (target.userId() != null && userId.equals(target.userId().value()))
                || (target.handle() != null && handle.equals(target.handle().canonical()));
    }

    /** Whether this is the right code. */
    public static boolean isRight(String digits) {
        return CODE.equals(digits);
    }

    /** Both of its names. */
    public Target target() {
        return new Target(new Handle(handle), new UserId(userId));
    }

    /** Whether X would let a message through. */
    public boolean takesMessages() {
        return outcome == Outcome.SENT;
    }

    /** Why a message does not arrive; null if it does. */
    public @Nullable String reason() {
        return reason;
    }

    /** When the order is settled. */
    Instant settledAt(Order order) {
        return order.orderedAt().plus(after);
    }

    /** What is said of the order then. */
    DeliveryReport report(Order order) {
        Instant settledAt = settledAt(order);
        return new DeliveryReport(
                order.dispatch(), outcome, reason, settledAt, new UserId(userId), new Handle(handle), settledAt);
    }
}
