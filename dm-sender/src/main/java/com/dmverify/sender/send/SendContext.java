package com.dmverify.sender.send;

import com.dmverify.codes.OneTimeCode;
import com.dmverify.sender.account.Account;
import com.dmverify.sender.evidence.SearchQuery;
import com.dmverify.sender.ledger.Claim;
import com.dmverify.sender.ledger.InDoubtCall;
import com.dmverify.sender.order.Order;
import com.dmverify.sender.order.Recipient;
import com.dmverify.sender.ratelimit.BudgetKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One order on its way, and what is known of it so far.
 *
 * @param attempt how often this order came by, from 1
 * @param recipient null until resolved
 * @param at just before the call to X; until there is one, when the passage began
 */
record SendContext(
        Order order,
        Account account,
        OneTimeCode code,
        int attempt,
        Claim claim,
        @Nullable Recipient recipient,
        Instant at) {

    SendContext to(Recipient found) {
        return new SendContext(order, account, code, attempt, claim, found, at);
    }

    SendContext callingAt(Instant now) {
        return new SendContext(order, account, code, attempt, claim, recipient, now);
    }

    SendContext with(Claim changed) {
        return new SendContext(order, account, code, attempt, changed, recipient, at);
    }

    /** Whether a message of an earlier call may be out there. */
    boolean inDoubt() {
        return claim.inDoubtCall().isPresent();
    }

    /** The message of this call, for whoever looks for it. */
    SearchQuery query(InDoubtCall inDoubtCall) {
        return new SearchQuery(account, knownRecipient().id(), code.digits(), inDoubtCall);
    }

    /** What the message of this order takes from the budget. */
    BudgetKey budgetKey() {
        return account.budgets().messageTo(knownRecipient().id(), order.id().toString());
    }

    Recipient knownRecipient() {
        if (recipient == null) {
            throw new IllegalStateException(order.id() + " has no recipient yet");
        }
        return recipient;
    }
}
