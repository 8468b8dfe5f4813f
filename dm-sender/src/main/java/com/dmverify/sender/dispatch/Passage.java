package com.dmverify.sender.dispatch;

import com.dmverify.codes.OneTimeCode;
import com.dmverify.sender.account.Account;
import com.dmverify.sender.budget.Allowance;
import com.dmverify.sender.ledger.Claim;
import com.dmverify.sender.ledger.Doubt;
import com.dmverify.sender.order.Order;
import com.dmverify.sender.recipient.Recipient;
import com.dmverify.sender.search.Wanted;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One order on its way, and what is known of it so far.
 *
 * @param attempt how often this order came by, from 1
 * @param recipient null until resolved
 * @param at just before the call to X; until there is one, when the passage began
 */
record Passage(
        Order order,
        Account account,
        OneTimeCode code,
        int attempt,
        Claim claim,
        @Nullable Recipient recipient,
        Instant at) {

    Passage to(Recipient found) {
        return new Passage(order, account, code, attempt, claim, found, at);
    }

    Passage callingAt(Instant now) {
        return new Passage(order, account, code, attempt, claim, recipient, now);
    }

    Passage with(Claim changed) {
        return new Passage(order, account, code, attempt, changed, recipient, at);
    }

    /** Whether a message of an earlier call may be out there. */
    boolean inDoubt() {
        return claim.doubt().isPresent();
    }

    /** The message of this call, for whoever looks for it. */
    Wanted wanted(Doubt doubt) {
        return new Wanted(account, knownRecipient().id(), code.digits(), doubt);
    }

    /** What the message of this order takes from the budget. */
    Allowance allowance() {
        return account.allowances().messageTo(knownRecipient().id(), order.id().toString());
    }

    Recipient knownRecipient() {
        if (recipient == null) {
            throw new IllegalStateException(order.id() + " has no recipient yet");
        }
        return recipient;
    }
}
