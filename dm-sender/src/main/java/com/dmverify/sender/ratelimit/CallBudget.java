package com.dmverify.sender.ratelimit;

import com.dmverify.x.RateLimits;
import java.time.Instant;

/**
 * X's windows, and the hour of each person, shared by all replicas: the short one and the day of each account, and the day of the app. A window opens
 * with its first call and is full again at its reset; what X says of it in its headers corrects us.
 * Source: <a href="https://docs.x.com/x-api/fundamentals/rate-limits">X, rate limits</a>.
 *
 * <p>What it does not promise: another client that calls X with the same account is noticed with the next answer only. And
 * after Redis lost its data, the first answers of X have to teach us again.
 */
public interface CallBudget {

    /**
     * Takes one call from every window, and from the hour of the person if there is one, or nothing from any. A call with a
     * name that is taken again, since the answer was lost, counts in each window once, and the message counts in the hour of
     * the person once.
     */
    TakeResult take(BudgetKey budgetKey);

    /** Returns one call, taken then, that never reached X. The person's hour loses this message alone, once. */
    void giveBack(BudgetKey budgetKey, Instant takenAt);

    /** Returns to the person of a call what it took from the person's hour: X counted the call, and sent nothing. Harmless when repeated. */
    void notSent(BudgetKey budgetKey);

    /**
     * A call of this budget is answered: takes over what X said of its windows with it, never more left than X says, and X's
     * reset. To be called for each answer, also for one that says nothing of windows: no window opens while a call is in flight,
     * since X may count that in its next window.
     */
    void correct(BudgetKey budgetKey, RateLimits said);

    /** X refused although we thought there was something left: nothing until then. */
    void close(BudgetKey budgetKey, Instant until);

    /** What is left, without taking anything. */
    BudgetState look(BudgetKey budgetKey);
}
