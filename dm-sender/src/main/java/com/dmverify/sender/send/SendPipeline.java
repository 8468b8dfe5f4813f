package com.dmverify.sender.send;

import com.dmverify.codes.OneTimeCode;
import com.dmverify.codes.OneTimeCodes;
import com.dmverify.codes.UnknownKeyException;
import com.dmverify.sender.account.Account;
import com.dmverify.sender.account.Accounts;
import com.dmverify.sender.evidence.MessageSearch;
import com.dmverify.sender.ledger.Claim;
import com.dmverify.sender.ledger.ClaimResult;
import com.dmverify.sender.ledger.SentLedger;
import com.dmverify.sender.order.CodeOrder;
import com.dmverify.sender.order.Order;
import com.dmverify.sender.order.Recipient;
import com.dmverify.sender.retry.SendTimings;
import com.dmverify.sender.text.MessageTexts;
import com.dmverify.x.UserId;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where an order enters: does its account exist, can its code be made, may we work on it? Thread-safe. */
public final class SendPipeline {

    private final Accounts accounts;
    private final OneTimeCodes codes;
    private final SentLedger ledger;
    private final Delivery delivery;
    private final Clock clock;

    private SendPipeline(Accounts accounts, OneTimeCodes codes, SentLedger ledger, Delivery delivery, Clock clock) {
        this.accounts = accounts;
        this.codes = codes;
        this.ledger = ledger;
        this.delivery = delivery;
        this.clock = clock;
    }

    /** A dispatcher and everything that an order meets on its way. */
    public static SendPipeline with(
            Accounts accounts,
            OneTimeCodes codes,
            SenderState memory,
            SendTimings timings,
            UnknownOutcomeListener listener,
            Clock clock) {
        SendOutcomes outcomes = new SendOutcomes(memory.ledger(), timings, listener, clock);
        XErrorPolicy errorPolicy = new XErrorPolicy(outcomes, memory.budget(), timings, clock);
        RecipientStep recipientStep = new RecipientStep(memory, outcomes, errorPolicy);
        MessageCall sending = new MessageCall(memory, new MessageTexts(), outcomes, errorPolicy, clock);
        UnknownOutcomes doubts =
                new UnknownOutcomes(sending, recipientStep, outcomes, errorPolicy, looking(memory, timings), clock);
        Delivery delivery = new Delivery(recipientStep, doubts, outcomes, errorPolicy);
        return new SendPipeline(accounts, codes, memory.ledger(), delivery, clock);
    }

    private static UnknownOutcomes.Looking looking(SenderState memory, SendTimings timings) {
        return new UnknownOutcomes.Looking(
                new MessageSearch(memory.echoes(), memory.snapshots(), timings), timings.grace(), timings.skew());
    }

    /**
     * Carries out an order, as far as possible now.
     *
     * @param attempt how often this order came by, from 1
     */
    public Disposition dispatch(Order order, int attempt) {
        Optional<Account> account = accounts.find(order.account());
        if (account.isEmpty()) {
            return new Disposition.DeadLetter("unknown account " + order.account());
        }
        OneTimeCode code;
        try {
            code = code(order);
        } catch (UnknownKeyException e) {
            return new Disposition.DeadLetter("unknown code key " + order.code().keyId());
        }
        return switch (ledger.claim(order.id())) {
            case ClaimResult.Settled(var event) -> new Disposition.Attempted(event, Disposition.Source.RECORDED);
            case ClaimResult.HeldUntil(var until) -> new Disposition.Retry(until, "claimed by another one");
            case ClaimResult.Claimed(var claim) -> delivery.deliver(begin(order, account.get(), code, attempt, claim));
        };
    }

    /** The recipient is noted before X is called: without one nothing is out there, whoever died on the way. */
    private SendContext begin(Order order, Account account, OneTimeCode code, int attempt, Claim claim) {
        Recipient known = known(order, claim);
        Claim sure = known == null ? claim.certain() : claim;
        return new SendContext(order, account, code, attempt, sure, known, clock.instant());
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
