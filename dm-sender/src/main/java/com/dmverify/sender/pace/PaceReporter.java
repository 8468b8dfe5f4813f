package com.dmverify.sender.pace;

import com.dmverify.schemas.EventCodec;
import com.dmverify.sender.account.Account;
import com.dmverify.sender.account.Accounts;
import com.dmverify.sender.budget.CallBudget;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Looks at the budget of every account and tells what changed, and what did not from time to time, so that silence means
 * that no sender is there. All replicas see the same budget; each tells it.
 */
public final class PaceReporter {

    private final Accounts accounts;
    private final CallBudget budget;
    private final PacePublisher publisher;
    private final Consumer<List<Observation>> gauges;
    private final Rhythm rhythm;
    private final Map<String, Told> told = new HashMap<>();

    /**
     * When to tell.
     *
     * @param atLeastEvery also what has not changed
     */
    public record Rhythm(Clock clock, Duration atLeastEvery) {}

    private record Told(Observation what, Instant at) {}

    /** @param gauges also hear what was seen */
    public PaceReporter(
            Accounts accounts,
            CallBudget budget,
            KafkaTemplate<String, byte[]> kafka,
            Consumer<List<Observation>> gauges,
            Rhythm rhythm) {
        this.accounts = accounts;
        this.budget = budget;
        this.publisher = new PacePublisher(kafka, new EventCodec());
        this.gauges = gauges;
        this.rhythm = rhythm;
    }

    /** One look at all accounts. */
    public void report() {
        List<Observation> seen = accounts.all().stream().map(this::observe).toList();
        gauges.accept(seen);
        seen.forEach(this::tell);
    }

    private Observation observe(Account account) {
        return Observation.of(account, budget.look(account.allowances().messages()));
    }

    private void tell(Observation seen) {
        Instant now = rhythm.clock().instant();
        Told last = told.get(seen.account());
        if (last == null || !last.what().equals(seen) || !now.isBefore(last.at().plus(rhythm.atLeastEvery()))) {
            publisher.publish(seen.at(now));
            told.put(seen.account(), new Told(seen, now));
        }
    }
}
