package com.dmverify.sender.ratelimit;

import com.dmverify.sender.order.Recipient;
import com.dmverify.x.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Whose budget, for what, and how large it is.
 *
 * @param app names the X app; accounts of one app share its daily window
 * @param account names the account that calls
 * @param recipient the person whose hour a message counts in; null where persons are not counted
 */
public record BudgetKey(
        String app,
        String account,
        CallKind use,
        Limits limits,
        @Nullable Recipient recipient) {

    /**
     * A person who gets a message of the account.
     *
     * @param id X's numeric id, so that another handle of the person changes nothing
     * @param perHour messages that this person gets in an hour at most, over all tenants
     * @param message names the message: however often it is taken, it counts once, and it alone is given back
     */
    public record Recipient(UserId id, long perHour, String message) {}

    /** Without a person. */
    public BudgetKey(String app, String account, CallKind use, Limits limits) {
        this(app, account, use, limits, null);
    }

    /** The same budget for this message to this person; 0 per hour: persons are not counted. */
    public BudgetKey to(UserId person, long perHour, String message) {
        return perHour == 0 ? this : new BudgetKey(app, account, use, limits, new Recipient(person, perHour, message));
    }
}
