package com.dmverify.benchmarks.receive;

import com.dmverify.benchmarks.ceiling.CeilingTopics;
import com.dmverify.benchmarks.deployment.Infrastructure;
import com.dmverify.benchmarks.deployment.Programs;
import com.dmverify.benchmarks.figure.Comparison;
import com.dmverify.benchmarks.figure.Report;
import com.dmverify.benchmarks.figure.Unit;
import com.dmverify.benchmarks.kafka.RecordTally;
import com.dmverify.benchmarks.kafka.Recorded;
import com.dmverify.benchmarks.machine.Launch;
import com.dmverify.benchmarks.machine.RunningProgram;
import com.dmverify.benchmarks.round.Benchmark;
import com.dmverify.benchmarks.round.Effort;
import com.dmverify.benchmarks.round.Rounds;
import com.dmverify.schemas.Topics;
import java.util.List;
import java.util.Locale;

/** How many of X's webhooks can be recorded in a second? */
public final class ReceiveBenchmark implements Benchmark {

    private final int connections;

    /** With so many connections of the load. */
    public ReceiveBenchmark(int connections) {
        this.connections = connections;
    }

    @Override
    public Report run(Launch launch, Effort effort) {
        try (Infrastructure infrastructure =
                        new Infrastructure(launch).withTopics(Topics.X_ACTIVITY, CeilingTopics.ACTIVITY);
                RunningProgram receiver = launch.run(Programs.webhookReceiver(infrastructure));
                RunningProgram ceiling = launch.run(Programs.ceiling(infrastructure));
                RecordTally tally = new RecordTally(infrastructure, Topics.X_ACTIVITY);
                Webhooks webhooks = Webhooks.to(receiver.url(), connections);
                Webhooks plain = Webhooks.toCeiling(ceiling.url(), connections)) {
            webhooks.deliverFirst();
            plain.deliverFirst();
            Recorded ours = new Recorded(webhooks, tally, 1);
            return report(new Rounds(effort).compare(Unit.WEBHOOKS_PER_SECOND, ours, plain), ours);
        }
    }

    private Report report(Comparison comparison, Recorded ours) {
        return new Report(
                "receive",
                "Signed webhooks per second, beside an endpoint that only records them: what do signature, parsing and duplicates cost?",
                List.of(comparison),
                List.of(
                        String.format(
                                Locale.ROOT,
                                "Proof: after each round the activity of each webhook was read from x.activity, %,d in all.",
                                ours.counted()),
                        "Both answer after Kafka's acknowledgement (acks=all, linger 1 ms). The deliveries are signed beforehand.",
                        String.format(
                                Locale.ROOT,
                                "The cores are shared by the service, Kafka and the load: Reactor Netty, %d connections.",
                                connections)));
    }
}
