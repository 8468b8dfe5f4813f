package com.dmverify.sender.seen;

import com.dmverify.sender.account.Account;
import com.dmverify.sender.account.Accounts;
import com.dmverify.sender.dispatch.DoubtJournal;
import com.dmverify.sender.dispatch.Next;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Locale;
import java.util.function.IntSupplier;

/**
 * The sender's meters and their arithmetic.
 *
 * <pre>
 * dm.sender.passages{next}                     how often an order came by, and what had to happen next
 *     all of them = attempted + try_again + come_back + poison
 * dm.sender.order                              a timer: one passage, from the bytes to what is durable
 * dm.sender.attempts{account,outcome,source}   what was announced; a timer: from the call to its outcome
 *     requested = sent + refused + deadline_missed (every source but recorded) + dead letters + waiting
 *     waiting   = dm.sender.orders.waiting + what is not read yet: kafka.consumer.fetch.manager.records.lag, on
 *                 verification.requested and its retry topic
 * dm.sender.doubts{account,settled}            unknown outcomes by how they became known: heard (X told by itself), found
 *                                              (among what X shows), not_there (sent again), given_up
 * dm.sender.unexpected{cause}                  errors that no code expected, Errors of the JVM too, by their class
 * dm.sender.skipped{topic}                     records of topics that others must read, which could not be read here
 * dm.sender.account.able{account}              1 while X lets the account send, else 0
 * dm.sender.orders.waiting                     orders in hand: under way, or waiting for a budget, an account, a retry
 * </pre>
 */
public final class SenderMetrics implements DoubtJournal {

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

    void passed(String next) {
        meters.counter("dm.sender.passages", "next", next).increment();
    }

    /** A record of a topic that another service has to read completely could not be read here. */
    public void skipped(String topic) {
        meters.counter("dm.sender.skipped", "topic", topic).increment();
    }

    void failed(String cause) {
        meters.counter("dm.sender.unexpected", "cause", cause).increment();
    }

    void attempted(String account, String outcome, Next.Source source, Duration took) {
        Timer.builder("dm.sender.attempts")
                .tag("account", account)
                .tag("outcome", outcome)
                .tag("source", source.name().toLowerCase(Locale.ROOT))
                .register(meters)
                .record(took);
    }

    @Override
    public void settled(String account, Settled how) {
        meters.counter(
                        "dm.sender.doubts",
                        "account",
                        account,
                        "settled",
                        how.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    private void watch(Account account) {
        Gauge.builder("dm.sender.account.able", account, SenderMetrics::able)
                .tag("account", account.name())
                .register(meters);
    }

    private static double able(Account account) {
        return account.breaker().trouble().isEmpty() ? 1 : 0;
    }
}
