package com.dmverify.sender.ratelimit;

import com.dmverify.sender.error.NextMove;
import com.dmverify.sender.error.XErrorPolicy;
import com.dmverify.x.Answer;
import com.dmverify.x.UserId;
import com.dmverify.x.XError;
import com.dmverify.x.dm.DirectMessages;
import com.dmverify.x.dm.SentMessage;
import com.dmverify.x.dm.content.QuickReply;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The right to send one message: one call of the account's windows, and one message of the recipient's hour. */
public final class MessagePermit {

    private final RateLimiter limiter;
    private final DirectMessages messages;
    private final BudgetKey windows;
    private final BudgetKey taken;
    private final UserId recipient;
    private final Instant takenAt;

    MessagePermit(RateLimiter limiter, DirectMessages messages, BudgetKey windows, BudgetKey taken, UserId recipient) {
        this.limiter = limiter;
        this.messages = messages;
        this.windows = windows;
        this.taken = taken;
        this.recipient = recipient;
        this.takenAt = limiter.clock().instant();
    }

    /** When the permit was taken; the call begins right after. */
    public Instant takenAt() {
        return takenAt;
    }

    /**
     * Sends the message. What the call certainly did not use is given back.
     *
     * @param options to tap, where the account's API has them; null for none
     */
    public Answer<SentMessage> send(String text, @Nullable QuickReply options) {
        Answer<SentMessage> answer =
                options == null ? messages.send(recipient, text) : messages.send(recipient, text, options);
        limiter.budget().correct(windows, answer.limits());
        if (answer instanceof Answer.Failed<SentMessage>(XError error, var _)) {
            returnUnused(error);
        }
        return answer;
    }

    private void returnUnused(XError error) {
        switch (XErrorPolicy.nextMove(error)) {
            case NextMove.Search _ -> {}
            case NextMove.Retry _ -> giveBack();
            case NextMove.Wait(var until) -> {
                limiter.budget().notSent(taken);
                close(limiter.pauseEnd(until));
            }
            case NextMove.Refuse _, NextMove.Suspect _, NextMove.BlockAccount _ ->
                limiter.budget().notSent(taken);
        }
    }

    /** No call was made. */
    public void giveBack() {
        limiter.budget().giveBack(taken, takenAt);
    }

    /** No message of the account is sent before then. */
    public void close(Instant until) {
        limiter.budget().close(windows, until);
    }
}
