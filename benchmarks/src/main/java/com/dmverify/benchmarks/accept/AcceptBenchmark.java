package com.dmverify.benchmarks.accept;

import com.dmverify.benchmarks.ceiling.CeilingTopics;
import com.dmverify.benchmarks.deployment.Infrastructure;
import com.dmverify.benchmarks.deployment.Programs;
import com.dmverify.benchmarks.figure.Comparison;
import com.dmverify.benchmarks.figure.Report;
import com.dmverify.benchmarks.figure.Side;
import com.dmverify.benchmarks.figure.Unit;
import com.dmverify.benchmarks.kafka.RecordTally;
import com.dmverify.benchmarks.kafka.Recorded;
import com.dmverify.benchmarks.load.EndpointLoad;
import com.dmverify.benchmarks.machine.CpuMeter;
import com.dmverify.benchmarks.machine.Launch;
import com.dmverify.benchmarks.machine.RunningProgram;
import com.dmverify.benchmarks.round.Benchmark;
import com.dmverify.benchmarks.round.Effort;
import com.dmverify.benchmarks.round.Metered;
import com.dmverify.benchmarks.round.Rounds;
import com.dmverify.schemas.Topics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How many verifications can be started in a second? */
public final class AcceptBenchmark implements Benchmark {

    private final String name;
    private final int connections;

    /** Under this name, with so many connections of the load. */
    public AcceptBenchmark(String name, int connections) {
        this.name = name;
        this.connections = connections;
    }

    @Override
    public Report run(Launch launch, Effort effort) {
        try (Infrastructure infrastructure =
                        new Infrastructure(launch).withTopics(CeilingTopics.ORDERS, CeilingTopics.EVENTS);
                RunningProgram api = launch.run(Programs.verificationApi(infrastructure));
                RunningProgram ceiling = launch.run(Programs.ceiling(infrastructure));
                RecordTally ours =
                        new RecordTally(infrastructure, Topics.VERIFICATION_REQUESTED, Topics.VERIFICATION_EVENTS);
                RecordTally theirs = new RecordTally(infrastructure, CeilingTopics.ORDERS, CeilingTopics.EVENTS);
                Accepts accepts = new Accepts(api.url(), connections);
                EndpointLoad least = EndpointLoad.accept(ceiling, connections);
                EndpointLoad plain = EndpointLoad.lua(ceiling, connections)) {
            CpuMeter cpu = infrastructure.meter(api, ceiling);
            Metered metered = new Metered(new Recorded(accepts, ours, Accepts.EVENTS), cpu);
            Metered meteredCeiling = new Metered(new Recorded(least, theirs, Accepts.EVENTS), cpu);
            List<Side> sides = new Rounds(effort).measure(List.of(metered, meteredCeiling, plain));
            return report(sides, metered, meteredCeiling);
        }
    }

    private Report report(List<Side> sides, Metered ours, Metered ceiling) {
        return new Report(
                name,
                "Started verifications per second, beside the least that a start costs.",
                List.of(new Comparison(Unit.STARTS_PER_SECOND, sides.get(0), sides.get(1))),
                Optional.of(new Comparison(Unit.STARTS_PER_SECOND, sides.get(0), sides.get(2))),
                List.of(
                        "Each start is of another person. Limits are switched on and never reached, in the service and in the ceiling.",
                        "A round ends when both records of each start are in Kafka. Proof: each event was read there after the round.",
                        "Processor time of one start: " + ours.use() + ". Of one of the ceiling: " + ceiling.use()
                                + ".",
                        String.format(
                                Locale.ROOT,
                                "The cores are shared by the service, Kafka, Redis and the load: Reactor Netty, %d connections.",
                                connections)));
    }
}
