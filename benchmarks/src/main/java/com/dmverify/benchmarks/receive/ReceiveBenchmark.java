package com.dmverify.benchmarks.receive;

import com.dmverify.benchmarks.Benchmark;
import com.dmverify.benchmarks.figure.Comparison;
import com.dmverify.benchmarks.figure.Report;
import com.dmverify.benchmarks.figure.Unit;
import com.dmverify.benchmarks.ground.BareDoors;
import com.dmverify.benchmarks.ground.Ground;
import com.dmverify.benchmarks.ground.Receiver;
import com.dmverify.benchmarks.machine.Launch;
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
        try (Ground ground = new Ground(launch).withTopics(Topics.X_ACTIVITY, BareDoors.TOPIC);
                Receiver receiver = new Receiver(launch, ground);
                BareDoors doors = new BareDoors(launch, ground);
                Webhooks webhooks = Webhooks.to(receiver.url(), connections);
                Webhooks bare = Webhooks.toBare(doors.url(), connections)) {
            webhooks.knock();
            bare.knock();
            Recorded ours = new Recorded(webhooks, ground);
            return report(new Rounds(effort).compare(Unit.WEBHOOKS_PER_SECOND, ours, bare), ours);
        }
    }

    private Report report(Comparison comparison, Recorded ours) {
        return new Report(
                "receive",
                "Signed webhooks per second, beside a door that records them unseen: what do seal, parsing and doublets cost?",
                List.of(comparison),
                List.of(
                        String.format(
                                Locale.ROOT,
                                "Proof: after each round x.activity had exactly as many records more as were answered with 200, %,d in all.",
                                ours.done()),
                        "Both answer after Kafka's acknowledgement (acks=all, linger 1 ms). The deliveries are sealed beforehand.",
                        String.format(
                                Locale.ROOT,
                                "The cores are shared by the service, Kafka and the load: Reactor Netty, %d connections.",
                                connections)));
    }
}
