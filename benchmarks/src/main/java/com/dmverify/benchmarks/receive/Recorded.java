package com.dmverify.benchmarks.receive;

import com.dmverify.benchmarks.ground.Ground;
import com.dmverify.benchmarks.round.Contender;
import com.dmverify.schemas.Topics;
import java.util.Locale;

/** After each round Kafka has to have so many activities more: then they were recorded. */
final class Recorded implements Contender {

    private final Contender webhooks;
    private final Ground ground;
    private long before;
    private long done;

    Recorded(Contender webhooks, Ground ground) {
        this.webhooks = webhooks;
        this.ground = ground;
    }

    /** How many in all rounds. */
    long done() {
        return done;
    }

    @Override
    public String name() {
        return webhooks.name();
    }

    @Override
    public void prepare(int operations) {
        webhooks.prepare(operations);
        before = RecordCount.of(ground, Topics.X_ACTIVITY);
    }

    @Override
    public void carryOut(int operations) {
        webhooks.carryOut(operations);
    }

    @Override
    public void prove(int operations) {
        done += operations;
        long recorded = RecordCount.of(ground, Topics.X_ACTIVITY) - before;
        if (recorded != operations) {
            throw new IllegalStateException(String.format(
                    Locale.ROOT, "%d webhooks were answered with 200, and %d recorded", operations, recorded));
        }
    }
}
