package com.dmverify.sender.observability;

import com.dmverify.sender.account.Account;
import com.dmverify.sender.account.Accounts;
import com.dmverify.sender.send.Disposition;
import com.dmverify.sender.send.UnknownOutcomeListener;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Locale;
import java.util.function.IntSupplier;

/**
 * The sender's meters and how they add up.
 *
 * <pre>
 * dm.sender.dispositions{disposition}          attempts of orders, by what had to be done with the record afterwards
 *     all of them = attempted + retry + defer + dead_letter
 * dm.sender.order                              a timer: one attempt, from the bytes to the durable result
 * dm.sender.attempts{account,outcome,source}   reports; a timer: from the call to its outcome
 *     requested = sent + refused + deadline_missed + withdrawn (every source but recorded) + look-ups + dead letters
 *                 + waiting
 *     waiting   = dm.sender.orders.waiting + what is not read yet: kafka.consumer.fetch.manager.records.lag, on
 *                 verification.requested and its retry topic
 * dm.sender.look.ups{account,outcome}          reports of look-ups, which send nothing; a timer: from the call to its answer
 * dm.sender.interim.reports{account}           reports that X may or may not have accepted a message; a final one follows
 * dm.sender.unknown.outcomes{account,resolution} unknown outcomes by how they were resolved: echoed (X's webhook), found
 *                                              (among the messages that X shows), not_sent (sent again), given_up
 * dm.sender.unexpected{cause}                  unexpected exceptions, JVM errors too, by their class
 * dm.sender.account.able{account}              1 while X lets the account send, else 0
 * dm.sender.account.suspect{account}           persons who were refused without saying whether because of them or the account
 * dm.sender.account.refused.persons{account}   persons whom X refused lately, while it accepted messages to others
 * dm.sender.orders.waiting                     orders in memory: in flight, or waiting for a rate limit, an account, a retry
 * </pre>
 */
public final class SenderMetrics implements UnknownOutcomeListener {

    private final MeterRegistry meters;

    public SenderMetrics(MeterRegistry meters, Accounts accounts) {
        this.meters = meters;
        accounts.all().forEach(this::watch);
    }

    /** Shows how many orders are in hand. */
    public static MeterBinder ordersInHand(IntSupplier count) {
        return meters -> Gauge.builder("dm.sender.orders.waiting", count, IntSupplier::getAsInt)
                .strongReference(true)
                .register(meters);
    }

    void handled(String disposition) {
        meters.counter("dm.sender.dispositions", "disposition", disposition).increment();
    }

    void failed(String cause) {
        meters.counter("dm.sender.unexpected", "cause", cause).increment();
    }

    void attempted(String account, String outcome, Disposition.Source source, Duration took) {
        Timer.builder("dm.sender.attempts")
                .tag("account", account)
                .tag("outcome", outcome)
                .tag("source", source.name().toLowerCase(Locale.ROOT))
                .register(meters)
                .record(took);
    }

    void lookedUp(String account, String outcome, Duration took) {
        Timer.builder("dm.sender.look.ups")
                .tag("account", account)
                .tag("outcome", outcome)
                .register(meters)
                .record(took);
    }

    void unconfirmed(String account) {
        meters.counter("dm.sender.interim.reports", "account", account).increment();
    }

    @Override
    public void settled(String account, Resolution how) {
        meters.counter(
                        "dm.sender.unknown.outcomes",
                        "account",
                        account,
                        "resolution",
                        how.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    private void watch(Account account) {
        Gauge.builder("dm.sender.account.able", account, SenderMetrics::able)
                .tag("account", account.name())
                .register(meters);
        Gauge.builder("dm.sender.account.suspect", account, SenderMetrics::suspect)
                .tag("account", account.name())
                .register(meters);
        Gauge.builder("dm.sender.account.refused.persons", account, SenderMetrics::refusedPersons)
                .tag("account", account.name())
                .register(meters);
    }

    private static double refusedPersons(Account account) {
        return account.suspicion().refusedPersons();
    }

    private static double suspect(Account account) {
        return account.suspicion().unclear();
    }

    private static double able(Account account) {
        return account.breaker().block().isEmpty() ? 1 : 0;
    }
}
