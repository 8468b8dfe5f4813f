package com.dmverify.api.verification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The message.
 *
 * @param account the X account that sends
 * @param order the last order to dm-sender
 * @param userAction what the user has to do, and has done, before X lets the message through
 * @param reason why it stands where it stands; null when there is nothing to explain
 */
public record Delivery(
        DeliveryStatus status,
        SendingAccount account,
        Order order,
        UserAction userAction,
        @Nullable String reason) {

    /** Before the first order. */
    static Delivery first(boolean isSent, SendingAccount account, Moment moment) {
        DeliveryStatus status = isSent ? DeliveryStatus.QUEUED : DeliveryStatus.NONE;
        return new Delivery(status, account, Order.none(moment), UserAction.NONE, null);
    }

    /** Whether dm-sender has said what became of the last order. */
    public boolean isReported() {
        return order.reported() >= order.dispatch();
    }

    Delivery ordered(boolean again, Instant deadline, Moment moment) {
        return new Delivery(DeliveryStatus.QUEUED, account, order.next(again, deadline, moment), userAction, null);
    }

    Delivery lookingUp(Instant deadline, Moment moment) {
        return new Delivery(status, account, order.lookUp(deadline, moment), userAction, reason);
    }

    Delivery with(DeliveryStatus next) {
        return new Delivery(next, account, order, userAction, reason);
    }

    Delivery with(UserAction next) {
        return new Delivery(status, account, order, next, reason);
    }

    Delivery because(@Nullable String why) {
        return new Delivery(status, account, order, userAction, why);
    }

    Delivery reported(int dispatch, @Nullable String why) {
        return new Delivery(status, account, order.reported(dispatch), userAction, why);
    }
}
