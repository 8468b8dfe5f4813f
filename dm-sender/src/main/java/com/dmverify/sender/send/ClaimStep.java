package com.dmverify.sender.send;

import com.dmverify.codes.OneTimeCode;
import com.dmverify.codes.OneTimeCodes;
import com.dmverify.codes.UnknownKeyException;
import com.dmverify.sender.account.Account;
import com.dmverify.sender.account.Accounts;
import com.dmverify.sender.ledger.Claim;
import com.dmverify.sender.ledger.ClaimResult;
import com.dmverify.sender.ledger.SentLedger;
import com.dmverify.sender.order.CodeOrder;
import com.dmverify.sender.order.Order;
import com.dmverify.sender.order.Recipient;
import com.dmverify.x.UserId;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The first step: the account exists, the code can be derived, and the dispatch is claimed. */
record ClaimStep(Accounts accounts, OneTimeCodes codes, SentLedger ledger, Clock clock) {

    StepResult claim(Order order, int attempt) {
        Optional<Account> account = accounts.find(order.account());
        if (account.isEmpty()) {
            return StepResult.done(new Disposition.DeadLetter("unknown account " + order.account()));
        }
        OneTimeCode code;
        try {
            code = code(order);
        } catch (UnknownKeyException e) {
            return StepResult.done(new Disposition.DeadLetter(
                    "unknown code key " + order.code().keyId()));
        }
        return switch (ledger.claim(order.id())) {
            case ClaimResult.Settled(var event) ->
                StepResult.done(new Disposition.Attempted(event, Disposition.Source.RECORDED));
            case ClaimResult.HeldUntil(var until) ->
                StepResult.done(new Disposition.Retry(until, "another replica holds the claim"));
            case ClaimResult.Claimed(var claim) ->
                StepResult.next(begin(new SendRequest(order, account.get(), code, attempt), claim));
        };
    }

    /** The recipient is noted before X is called: without one no message was sent, even if the holder died. */
    private SendContext begin(SendRequest request, Claim claim) {
        Recipient known = known(request.order(), claim);
        return SendContext.of(request, known == null ? claim.certain() : claim, known, clock.instant());
    }

    private static @Nullable Recipient known(Order order, Claim claim) {
        UserId given = order.target().userId();
        return given == null
                ? claim.recipient()
                : Recipient.given(given, order.target().handle());
    }

    private OneTimeCode code(Order order) {
        CodeOrder code = order.code();
        return codes.derive(code.keyId(), order.id().verificationId(), code.codeVersion(), code.digits());
    }
}
