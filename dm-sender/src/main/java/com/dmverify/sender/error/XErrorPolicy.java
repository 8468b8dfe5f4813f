package com.dmverify.sender.error;

import com.dmverify.events.DmReason;
import com.dmverify.x.XError;
import java.time.Instant;
import java.util.Optional;

/** The one place that knows X's errors: it turns each into the next move, and makes those that X was not asked for. */
public final class XErrorPolicy {

    private XErrorPolicy() {}

    /** The next move after this error. */
    public static NextMove nextMove(XError error) {
        return switch (error) {
            case XError.TargetClosed _ -> new NextMove.Refuse(DmReason.TARGET_CLOSED);
            case XError.TargetUnknown _ -> new NextMove.Refuse(DmReason.TARGET_UNKNOWN);
            case XError.TargetSuspended _ -> new NextMove.Refuse(DmReason.TARGET_SUSPENDED);
            case XError.Rejected _ -> new NextMove.Refuse(DmReason.REJECTED_REQUEST);
            case XError.UnclearRefusal _ -> new NextMove.Suspect();
            case XError.SenderRestricted _ -> new NextMove.BlockAccount(DmReason.SENDER_RESTRICTED);
            case XError.AppMisconfigured _, XError.ClockSkewed _ ->
                new NextMove.BlockAccount(DmReason.APP_MISCONFIGURED);
            case XError.OutOfCredits _ -> new NextMove.BlockAccount(DmReason.OUT_OF_CREDITS);
            case XError.Throttled throttled -> new NextMove.Wait(throttled.until());
            case XError.Unavailable _ -> new NextMove.Retry();
            case XError.UnknownOutcome _ -> new NextMove.Search();
        };
    }

    /** Why no message of the account can be sent, if that is what this error says. */
    public static Optional<DmReason> accountReason(XError error) {
        return nextMove(error) instanceof NextMove.BlockAccount(var reason) ? Optional.of(reason) : Optional.empty();
    }

    /** The error of a call that was not made: our own count says that X's limit is reached until then. */
    public static XError limitReached(Instant until) {
        return new XError.Throttled(until, "not called: our count has reached the limit", null);
    }

    /** The error of a call that was not made: the account's configuration cannot work. */
    public static XError misconfigured(String why) {
        return new XError.AppMisconfigured(why, null);
    }
}
