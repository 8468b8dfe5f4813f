package com.dmverify.sender.send;

import com.dmverify.codes.OneTimeCodes;
import com.dmverify.sender.account.Accounts;
import com.dmverify.sender.evidence.MessageSearch;
import com.dmverify.sender.order.Order;
import com.dmverify.sender.retry.SendTimings;
import com.dmverify.sender.text.MessageTexts;
import com.dmverify.support.switches.Switches;
import java.time.Clock;
import java.util.List;

/**
 * Carries out an order, as far as possible now. A step goes on or is done with the order; no step calls a later one.
 * Thread-safe.
 */
public final class SendPipeline {

    /** One step of an order. */
    @FunctionalInterface
    private interface Step {

        StepResult apply(SendContext context);
    }

    private final ClaimStep claims;
    private final UnknownOutcomes unknownOutcomes;
    private final Preconditions preconditions;
    private final RecipientStep recipients;
    private final MessageCall message;
    private final List<Step> steps;

    private SendPipeline(
            ClaimStep claims,
            UnknownOutcomes unknownOutcomes,
            Preconditions preconditions,
            RecipientStep recipients,
            MessageCall message) {
        this.claims = claims;
        this.unknownOutcomes = unknownOutcomes;
        this.preconditions = preconditions;
        this.recipients = recipients;
        this.message = message;
        this.steps = steps();
    }

    /** A pipeline with all of its steps. */
    public static SendPipeline with(
            Accounts accounts,
            OneTimeCodes codes,
            SenderState state,
            SendTimings timings,
            UnknownOutcomeListener listener,
            Switches switches,
            Clock clock) {
        SendOutcomes outcomes = new SendOutcomes(state.ledger(), timings, listener, clock);
        FailedCalls failures = new FailedCalls(outcomes, timings, clock);
        MessageSearch search = new MessageSearch(state.echoes(), state.snapshots(), timings);
        return new SendPipeline(
                new ClaimStep(accounts, codes, state.ledger(), clock),
                new UnknownOutcomes(search, outcomes, failures, timings, clock),
                new Preconditions(state.freshness(), switches, outcomes, failures),
                new RecipientStep(state.recipients(), state.ledger(), outcomes, failures),
                new MessageCall(state, new MessageTexts(), outcomes, failures));
    }

    /** The steps that follow the claim of an order. What may change while X is asked is checked again before the call. */
    private List<Step> steps() {
        return List.of(
                unknownOutcomes::echo,
                preconditions::withdrawn,
                preconditions::tooLate,
                recipients::first,
                recipients::hint,
                preconditions::stopped,
                preconditions::breaker,
                preconditions::credentials,
                unknownOutcomes::search,
                recipients::resolve,
                recipients::hint,
                preconditions::withdrawn,
                preconditions::tooLate,
                preconditions::tooOften,
                preconditions::lease,
                preconditions::readers,
                preconditions::stopped,
                message::rateLimit,
                message::calling,
                message::optOut,
                message::lastCheck,
                message::call);
    }

    /**
     * Carries out an order.
     *
     * @param attempt the number of this attempt, from 1
     */
    public Disposition send(Order order, int attempt) {
        return switch (claims.claim(order, attempt)) {
            case StepResult.Done(var disposition) -> disposition;
            case StepResult.Continue(var context) -> run(context);
        };
    }

    private Disposition run(SendContext claimed) {
        SendContext context = claimed;
        try {
            for (Step step : steps) {
                switch (step.apply(context)) {
                    case StepResult.Continue(var next) -> context = next;
                    case StepResult.Done(var disposition) -> {
                        return disposition;
                    }
                }
            }
            throw new IllegalStateException("the last step did not end the order");
        } finally {
            if (context.probe()) {
                context.account().breaker().unproven();
            }
        }
    }
}
