package com.dmverify.sender.account;

import com.dmverify.sender.ratelimit.AccountBudgets;
import com.dmverify.x.UserId;

/**
 * An X account that we send with.
 *
 * @param name in the configuration and in the events
 * @param identity who it is
 * @param breaker open while X lets the account send nothing
 * @param suspicion whose fault a refusal is that does not say so
 */
public record Account(
        String name, SenderIdentity identity, AccountBudgets budgets, XApi x, Breaker breaker, Suspicion suspicion) {

    /** With no refusal to explain. */
    public Account(String name, SenderIdentity identity, AccountBudgets budgets, XApi x, Breaker breaker) {
        this(name, identity, budgets, x, breaker, new Suspicion(System::nanoTime));
    }

    /** X took a call for this person, or refused it because of this person: the account is in order. */
    public void works(UserId person) {
        breaker.close();
        suspicion.accepted(person);
    }
}
