package com.dmverify.cli.x;

import com.dmverify.cli.terminal.CommandFailedException;
import com.dmverify.x.Answer;
import com.dmverify.x.XError;

/** The value of X's answer, or a sentence that says why there is none and what to do. */
public final class XAnswers {

    private XAnswers() {}

    /**
     * The value.
     *
     * @throws CommandFailedException if the call failed
     */
    public static <T> T value(Answer<T> answer) {
        return switch (answer) {
            case Answer.Ok<T> ok -> ok.value();
            case Answer.Failed<T> failed -> throw new CommandFailedException(sentence(failed.error()));
        };
    }

    /** What an error means for an operator. */
    static String sentence(XError error) {
        String advice = switch (error) {
            case XError.TargetUnknown _ -> "X does not know this: check the id or the handle";
            case XError.TargetSuspended _ -> "The account is suspended";
            case XError.TargetClosed _ ->
                "The account does not take messages from this one: its owner has to follow it or to write to it first";
            case XError.SenderRestricted _ ->
                "X restricts the sending account: log in to it at x.com, and follow docs/runbooks/account-restricted.md";
            case XError.AppMisconfigured _ ->
                "Keys, token, permissions or plan do not allow this: check them in X's developer portal, and make the token"
                        + " again after a change of permissions";
            case XError.ClockSkewed _ -> "The clock of this machine is wrong: set it";
            case XError.OutOfCredits _ -> "The developer account has no credits left: buy some in X's developer portal";
            case XError.Throttled throttled ->
                "X's rate limit is used up"
                        + (throttled.until() == null ? ": try again in 15 minutes" : " until " + throttled.until());
            case XError.Unavailable _ -> "X does not respond properly, and nothing was changed: repeat the command";
            case XError.UnknownOutcome _ ->
                "It is unknown whether X did this: look (list or show) before you repeat the command";
            case XError.UnclearRefusal _ ->
                "X refuses this without saying why: it may be the recipient, the text or the account";
            case XError.Rejected _ -> "X rejects this request as it is";
        };
        return advice + ". X says: " + (error.httpStatus() == null ? "" : error.httpStatus() + " ") + error.detail();
    }
}
