package com.dmverify.sender.ratelimit;

import com.dmverify.x.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Whose budget, for what, and how large it is.
 *
 * @param app names the X app; accounts of one app share its daily window
 * @param account names the account that calls
 * @param message the message that is to be sent; null for calls of other kinds
 * @param call names the call: however often it is taken, it counts in X's windows once; null if it is taken once only
 */
public record BudgetKey(
        String app,
        String account,
        CallKind use,
        Limits limits,
        @Nullable Message message,
        @Nullable String call) {

    /**
     * A message of the account.
     *
     * @param recipient X's numeric id, so that another handle of the person changes nothing
     * @param perHour messages that this person gets in an hour at most, over all tenants; 0: not counted
     * @param name names the message: in the hour of the person it counts once, and it alone is given back
     */
    public record Message(UserId recipient, long perHour, String name) {

        /** Whether the person's hour is counted. */
        boolean countsPerson() {
            return perHour > 0;
        }
    }

    /** Without a message. */
    public BudgetKey(String app, String account, CallKind use, Limits limits) {
        this(app, account, use, limits, null, null);
    }

    /** The same budget for this message, and the call of this name that is to send it. */
    public BudgetKey of(Message toSend, String callToSend) {
        return new BudgetKey(app, account, use, limits, toSend, callToSend);
    }

    /** The same budget for the call of this name. */
    BudgetKey of(String namedCall) {
        return new BudgetKey(app, account, use, limits, message, namedCall);
    }
}
