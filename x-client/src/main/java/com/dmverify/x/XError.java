package com.dmverify.x;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Why a call to X failed. The type says the next move; {@code switch} over it. */
public sealed interface XError {

    /** X's own words where there are any, for operators. Never a secret and never a message's text. */
    String detail();

    /** The HTTP status; null when no answer came. */
    @Nullable
    Integer httpStatus();

    /** There is no such account. */
    record TargetUnknown(String detail, @Nullable Integer httpStatus) implements XError {}

    /** The account is suspended. */
    record TargetSuspended(String detail, @Nullable Integer httpStatus) implements XError {}

    /** This account does not take our messages (or hides itself) now: its owner has to change something. */
    record TargetClosed(String detail, @Nullable Integer httpStatus) implements XError {}

    /** Our sending account is suspended, locked or held back: stop sending with it. */
    record SenderRestricted(String detail, @Nullable Integer httpStatus) implements XError {}

    /** Keys, tokens, permissions or plan are wrong: no call will succeed before an operator acts. */
    record AppMisconfigured(String detail, @Nullable Integer httpStatus) implements XError {}

    /** Our clock is off, and correcting it once from X's {@code Date} did not help. */
    record ClockSkewed(String detail, @Nullable Integer httpStatus) implements XError {}

    /** The whole X account is out of money: stop all calls. */
    record OutOfCredits(String detail, @Nullable Integer httpStatus) implements XError {}

    /**
     * A budget is used up.
     *
     * @param until the latest reset of all exhausted buckets; null when X named none
     */
    record Throttled(
            @Nullable Instant until,
            String detail,
            @Nullable Integer httpStatus) implements XError {}

    /** Certainly not done, or only a read: may be tried again. */
    record Unavailable(String detail, @Nullable Integer httpStatus) implements XError {}

    /** A write whose fate is unknown: the answer was lost, or X broke while it worked on it. Look before repeating. */
    record UnknownOutcome(String detail, @Nullable Integer httpStatus) implements XError {}

    /**
     * X refused a write and does not say whether because of the recipient, the message, our account or our app. Find out
     * with another recipient before the sender or this recipient is blamed.
     */
    record UnclearRefusal(String detail, @Nullable Integer httpStatus) implements XError {}

    /** X does not take this request as it is: no use trying again. */
    record Rejected(String detail, @Nullable Integer httpStatus) implements XError {}
}
