package com.dmverify.benchmarks.check;

import com.dmverify.benchmarks.accept.Starts;
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
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How many codes can be checked in a second? */
public final class CheckBenchmark implements Benchmark {

    private final String name;
    private final int connections;

    /** Under this name, with so many connections of the load. */
    public CheckBenchmark(String name, int connections) {
        this.name = name;
        this.connections = connections;
    }

    @Override
    public Report run(Launch launch, Effort effort) {
        try (Infrastructure infrastructure = new Infrastructure(launch).withTopics(CeilingTopics.EVENTS);
                RunningProgram api = launch.run(Programs.verificationApi(infrastructure));
                RunningProgram ceiling = launch.run(Programs.ceiling(infrastructure));
                RecordTally ours = new RecordTally(infrastructure, Topics.VERIFICATION_EVENTS);
                RecordTally theirs = new RecordTally(infrastructure, CeilingTopics.EVENTS);
                Starts starts = new Starts(api.url(), infrastructure, Clock.systemUTC());
                Checks checks = new Checks(api.url(), starts, connections);
                EndpointLoad least = EndpointLoad.check(ceiling, connections);
                EndpointLoad plain = EndpointLoad.lua(ceiling, connections)) {
            CpuMeter cpu = infrastructure.meter(api, ceiling);
            Metered metered = new Metered(new Recorded(checks, ours, Checks.EVENTS), cpu);
            Metered meteredCeiling = new Metered(new Recorded(least, theirs, Checks.EVENTS), cpu);
            List<Side> sides = new Rounds(effort).measure(List.of(metered, meteredCeiling, plain));
            return report(sides, metered, meteredCeiling);
        }
    }

    private Report report(List<Side> sides, Metered ours, Metered ceiling) {
        return new Report(
                name,
                "Checks of a code per second, beside the least that a check costs.",
                List.of(new Comparison(Unit.CHECKS_PER_SECOND, sides.get(0), sides.get(1))),
                Optional.of(new Comparison(Unit.CHECKS_PER_SECOND, sides.get(0), sides.get(2))),
                List.of(
                        "Each verification gets all its tries: four wrong codes, then the right one. Starting them is not measured.",
                        "A round ends when the event of each check is in Kafka. Proof: each event was read there after the round, "
                                + "and exactly the right codes were approved.",
                        "Processor time of one check: " + ours.use() + ". Of one of the ceiling: " + ceiling.use()
                                + ".",
                        String.format(
                                Locale.ROOT,
                                "The cores are shared by the service, Kafka, Redis and the load: Reactor Netty, %d connections.",
                                connections)));
    }
}
