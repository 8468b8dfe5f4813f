package com.dmverify.sender.ratelimit;

import com.dmverify.x.Answer;
import com.dmverify.x.UserId;
import com.dmverify.x.dm.DirectMessages;
import com.dmverify.x.dm.RecentMessages;
import org.jspecify.annotations.Nullable;

/** X's messages inside the account's rate limits: none is sent without a permit, and no page is read without a call left. */
public final class RateLimitedMessages {

    private final RateLimiter limiter;
    private final DirectMessages messages;
    private final AccountBudgets budgets;
    private final RateLimitedCalls reads;
    private final RateLimitedCalls lists;

    RateLimitedMessages(RateLimiter limiter, DirectMessages messages, AccountBudgets budgets) {
        this.limiter = limiter;
        this.messages = messages;
        this.budgets = budgets;
        this.reads = limiter.calls(budgets.of(CallKind.READS));
        this.lists = limiter.calls(budgets.of(CallKind.LISTS));
    }

    /**
     * Takes the place of one message.
     *
     * @param name names the message: in the hour of the recipient it counts once, however often its place is taken
     * @param call the number of the call that is to send it: in X's windows it counts once, also if the answer to this got lost
     */
    public Reservation reserve(UserId recipient, String name, int call) {
        BudgetKey taken = budgets.messageTo(recipient, name, name + "/" + call);
        return switch (limiter.budget().take(taken)) {
            case TakeResult.Taken _ ->
                new Reservation.Granted(new MessagePermit(limiter, messages, budgets.messages(), taken, recipient));
            case TakeResult.ExhaustedUntil(var until) -> new Reservation.ExhaustedUntil(until);
            case TakeResult.RecipientLimit _ -> new Reservation.PersonLimit();
        };
    }

    /** A call turned out to have sent nothing: the hour of its recipient gets the message back. Harmless when repeated. */
    public void notSent(UserId recipient, String name) {
        limiter.budget().notSent(budgets.messageTo(recipient, name, ""));
    }

    /** As {@link DirectMessages#recentWith(UserId, String)}. */
    public Answer<RecentMessages> recentWith(UserId other, @Nullable String older) {
        return reads.count(() -> messages.recentWith(other, older));
    }

    /** As {@link DirectMessages#recent}. */
    public Answer<RecentMessages> recent(@Nullable String older) {
        return lists.count(() -> messages.recent(older));
    }

    /** As {@link DirectMessages#readsOneConversation}. */
    public boolean readsOneConversation() {
        return messages.readsOneConversation();
    }
}
