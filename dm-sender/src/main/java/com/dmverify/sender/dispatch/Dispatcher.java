package com.dmverify.sender.dispatch;

import com.dmverify.codes.OneTimeCode;
import com.dmverify.codes.OneTimeCodes;
import com.dmverify.codes.UnknownKeyException;
import com.dmverify.sender.account.Account;
import com.dmverify.sender.account.Accounts;
import com.dmverify.sender.ledger.Claim;
import com.dmverify.sender.ledger.Claiming;
import com.dmverify.sender.ledger.SentLedger;
import com.dmverify.sender.order.CodeOrder;
import com.dmverify.sender.order.Order;
import com.dmverify.sender.patience.Patience;
import com.dmverify.sender.recipient.Recipient;
import com.dmverify.sender.search.Search;
import com.dmverify.sender.text.MessageTexts;
import com.dmverify.x.UserId;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where an order enters: does its account exist, can its code be made, may we work on it? Thread-safe. */
public final class Dispatcher {

    private final Accounts accounts;
    private final OneTimeCodes codes;
    private final SentLedger ledger;
    private final Delivery delivery;
    private final Clock clock;

    private Dispatcher(Accounts accounts, OneTimeCodes codes, SentLedger ledger, Delivery delivery, Clock clock) {
        this.accounts = accounts;
        this.codes = codes;
        this.ledger = ledger;
        this.delivery = delivery;
        this.clock = clock;
    }

    /** A dispatcher and everything that an order meets on its way. */
    public static Dispatcher with(
            Accounts accounts,
            OneTimeCodes codes,
            Memory memory,
            Patience patience,
            DoubtJournal journal,
            Clock clock) {
        Outcomes outcomes = new Outcomes(memory.ledger(), patience, journal, clock);
        NextMove nextMove = new NextMove(outcomes, memory.budget(), patience, clock);
        Addressing addressing = new Addressing(memory, outcomes, nextMove);
        Sending sending = new Sending(memory, new MessageTexts(), outcomes, nextMove, clock);
        Doubts doubts = new Doubts(sending, addressing, outcomes, nextMove, looking(memory, patience), clock);
        Delivery delivery = new Delivery(addressing, doubts, outcomes, nextMove);
        return new Dispatcher(accounts, codes, memory.ledger(), delivery, clock);
    }

    private static Doubts.Looking looking(Memory memory, Patience patience) {
        return new Doubts.Looking(
                new Search(memory.sightings(), memory.surveys(), patience), patience.grace(), patience.skew());
    }

    /**
     * Carries out an order, as far as possible now.
     *
     * @param attempt how often this order came by, from 1
     */
    public Next dispatch(Order order, int attempt) {
        Optional<Account> account = accounts.find(order.account());
        if (account.isEmpty()) {
            return new Next.Poison("unknown account " + order.account());
        }
        OneTimeCode code;
        try {
            code = code(order);
        } catch (UnknownKeyException e) {
            return new Next.Poison("unknown code key " + order.code().keyId());
        }
        return switch (ledger.claim(order.id())) {
            case Claiming.Settled(var event) -> new Next.Attempted(event, Next.Source.RECORDED);
            case Claiming.HeldUntil(var until) -> new Next.TryAgain(until, "claimed by another one");
            case Claiming.Claimed(var claim) -> delivery.deliver(begin(order, account.get(), code, attempt, claim));
        };
    }

    /** The recipient is noted before X is called: without one nothing is out there, whoever died on the way. */
    private Passage begin(Order order, Account account, OneTimeCode code, int attempt, Claim claim) {
        Recipient known = known(order, claim);
        Claim sure = known == null ? claim.certain() : claim;
        return new Passage(order, account, code, attempt, sure, known, clock.instant());
    }

    private static @Nullable Recipient known(Order order, Claim claim) {
        UserId given = order.target().userId();
        return given == null
                ? claim.recipient()
                : Recipient.given(given, order.target().handle());
    }

    private OneTimeCode code(Order order) {
        CodeOrder code = order.code();
        return codes.derive(code.keyId(), order.id().verificationId(), code.generation(), code.digits());
    }
}
