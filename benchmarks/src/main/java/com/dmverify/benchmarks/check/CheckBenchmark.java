package com.dmverify.benchmarks.check;

import com.dmverify.benchmarks.Benchmark;
import com.dmverify.benchmarks.figure.Comparison;
import com.dmverify.benchmarks.figure.Report;
import com.dmverify.benchmarks.figure.Unit;
import com.dmverify.benchmarks.ground.Api;
import com.dmverify.benchmarks.ground.BareDoors;
import com.dmverify.benchmarks.ground.Ground;
import com.dmverify.benchmarks.machine.Launch;
import com.dmverify.benchmarks.round.Effort;
import com.dmverify.benchmarks.round.Rounds;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/** How many codes can people type in a second? */
public final class CheckBenchmark implements Benchmark {

    private final int connections;

    /** With so many connections of the load. */
    public CheckBenchmark(int connections) {
        this.connections = connections;
    }

    @Override
    public Report run(Launch launch, Effort effort) {
        try (Ground ground = new Ground(launch);
                Api api = new Api(launch, ground);
                BareDoors doors = new BareDoors(launch, ground);
                Openings openings = new Openings(api.url(), ground, Clock.systemUTC());
                Checks checks = new Checks(api.url(), openings, connections);
                BareChecks bare = new BareChecks(doors.url(), connections)) {
            return report(new Rounds(effort).compare(Unit.CHECKS_PER_SECOND, checks, bare));
        }
    }

    private Report report(Comparison comparison) {
        return new Report(
                "check",
                "Checks of a code per second, beside the least that one costs: WebFlux and one Lua call.",
                List.of(comparison),
                List.of(
                        "Each verification gets all its tries: four wrong codes, then the right one. Opening them is not measured.",
                        "Proof: exactly the right codes were approved. A check of ours also authenticates, and has its fact in Kafka "
                                + "(acks=all) before it is answered.",
                        String.format(
                                Locale.ROOT,
                                "The cores are shared by the service, Kafka, Redis and the load: Reactor Netty, %d connections.",
                                connections)));
    }
}
