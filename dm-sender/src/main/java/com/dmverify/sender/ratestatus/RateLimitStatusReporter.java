package com.dmverify.sender.ratestatus;

import com.dmverify.schemas.EventCodec;
import com.dmverify.sender.account.Account;
import com.dmverify.sender.account.Accounts;
import com.dmverify.sender.ratelimit.CallBudget;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Publishes the rate limits of each account when they change, and from time to time when they do not, so that silence means
 * that no sender runs. All replicas see the same limits, and each publishes them.
 */
public final class RateLimitStatusReporter {

    private final Accounts accounts;
    private final CallBudget budget;
    private final RateLimitStatusPublisher publisher;
    private final Consumer<List<RateLimitObservation>> gauges;
    private final Schedule schedule;
    private final Map<String, Told> told = new HashMap<>();

    /**
     * When to publish.
     *
     * @param atLeastEvery also what has not changed
     */
    public record Schedule(Clock clock, Duration atLeastEvery) {}

    private record Told(RateLimitObservation what, Instant at) {}

    /**
     * @param topic where the status is published, as it is on the broker
     * @param gauges show what was observed
     */
    public RateLimitStatusReporter(
            Accounts accounts,
            CallBudget budget,
            KafkaTemplate<String, byte[]> kafka,
            String topic,
            Consumer<List<RateLimitObservation>> gauges,
            Schedule schedule) {
        this.accounts = accounts;
        this.budget = budget;
        this.publisher = new RateLimitStatusPublisher(kafka, topic, new EventCodec());
        this.gauges = gauges;
        this.schedule = schedule;
    }

    /** One look at all accounts. */
    public void report() {
        List<RateLimitObservation> seen =
                accounts.all().stream().map(this::observe).toList();
        gauges.accept(seen);
        seen.forEach(this::tell);
    }

    private RateLimitObservation observe(Account account) {
        return RateLimitObservation.of(account, budget.look(account.budgets().messages()));
    }

    private void tell(RateLimitObservation seen) {
        Instant now = schedule.clock().instant();
        Told last = told.get(seen.account());
        if (last == null || !last.what().equals(seen) || !now.isBefore(last.at().plus(schedule.atLeastEvery()))) {
            publisher.publish(seen.at(now));
            told.put(seen.account(), new Told(seen, now));
        }
    }
}
