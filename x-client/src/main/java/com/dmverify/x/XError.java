package com.dmverify.x;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Why a call to X failed. The type says what to do next; {@code switch} over it. */
public sealed interface XError {

    /** X's error message if there is one, for operators. Never a secret and never a message's text. */
    String detail();

    /** The HTTP status; null if there was no response. */
    @Nullable
    Integer httpStatus();

    /** There is no such account. */
    record TargetUnknown(String detail, @Nullable Integer httpStatus) implements XError {}

    /** The account is suspended. */
    record TargetSuspended(String detail, @Nullable Integer httpStatus) implements XError {}

    /** This account does not accept our messages (or is hidden from us) now. Its owner can change that. */
    record TargetClosed(String detail, @Nullable Integer httpStatus) implements XError {}

    /** Our sending account is suspended, locked or restricted: stop sending with it. */
    record SenderRestricted(String detail, @Nullable Integer httpStatus) implements XError {}

    /** Keys, tokens, permissions or plan are wrong: no call will succeed before an operator acts. */
    record AppMisconfigured(String detail, @Nullable Integer httpStatus) implements XError {}

    /** Our clock is wrong, and correcting it once by X's {@code Date} did not help. */
    record ClockSkewed(String detail, @Nullable Integer httpStatus) implements XError {}

    /** The developer account has no credits left: stop all calls. */
    record OutOfCredits(String detail, @Nullable Integer httpStatus) implements XError {}

    /**
     * A rate limit is exhausted.
     *
     * @param until the latest reset of all exhausted windows; null if X named none
     */
    record Throttled(
            @Nullable Instant until,
            String detail,
            @Nullable Integer httpStatus) implements XError {}

    /** The call certainly had no effect, or was a read: it may be repeated. */
    record Unavailable(String detail, @Nullable Integer httpStatus) implements XError {}

    /**
     * A write with unknown outcome: the response was lost, or X failed while it processed the request. Look before
     * repeating.
     */
    record UnknownOutcome(String detail, @Nullable Integer httpStatus) implements XError {}

    /**
     * X refused a write without saying whether because of the recipient, the message, our account or our app. Try
     * another recipient before you conclude that it is the sender or this recipient.
     */
    record UnclearRefusal(String detail, @Nullable Integer httpStatus) implements XError {}

    /** X rejects this request as it is; repeating it does not help. */
    record Rejected(String detail, @Nullable Integer httpStatus) implements XError {}
}
