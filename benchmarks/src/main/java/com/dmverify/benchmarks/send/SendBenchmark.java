package com.dmverify.benchmarks.send;

import com.dmverify.benchmarks.deployment.Infrastructure;
import com.dmverify.benchmarks.deployment.Programs;
import com.dmverify.benchmarks.deployment.Sandbox;
import com.dmverify.benchmarks.figure.Comparison;
import com.dmverify.benchmarks.figure.Report;
import com.dmverify.benchmarks.figure.Side;
import com.dmverify.benchmarks.figure.Unit;
import com.dmverify.benchmarks.machine.CpuMeter;
import com.dmverify.benchmarks.machine.Launch;
import com.dmverify.benchmarks.machine.RunningProgram;
import com.dmverify.benchmarks.round.Benchmark;
import com.dmverify.benchmarks.round.Effort;
import com.dmverify.benchmarks.round.Rounds;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/** How much of what the sandbox can take does dm-sender use when nothing limits it? */
public final class SendBenchmark implements Benchmark {

    /** So many that hardly any person gets a code twice. */
    private static final int USERS = 50_000;

    /** For a million messages in a long run: with less the sandbox is busy collecting garbage, and both sides wait. */
    private static final String SANDBOX_HEAP = "4g";

    private final int connections;

    /** With so many connections of each load generator. */
    public SendBenchmark(int connections) {
        this.connections = connections;
    }

    @Override
    public Report run(Launch launch, Effort effort) {
        try (Infrastructure infrastructure = new Infrastructure(launch);
                Sandbox sandbox = new Sandbox(launch, SANDBOX_HEAP);
                RunningProgram sender = launch.run(Programs.dmSender(infrastructure, sandbox.url()))) {
            CpuMeter cpu = new CpuMeter()
                    .watch("dm-sender", sender.pid())
                    .watch("sandbox", sandbox.pid())
                    .watch("Kafka", infrastructure.pid())
                    .watch("this program", ProcessHandle.current().pid());
            return measure(infrastructure, sandbox, cpu, effort);
        }
    }

    private Report measure(Infrastructure infrastructure, Sandbox sandbox, CpuMeter cpu, Effort effort) {
        Clock clock = Clock.systemUTC();
        List<String> users = sandbox.users(USERS);
        SignedCalls first = new SignedCalls(sandbox.url(), clock, users, "j");
        SignedCalls second = new SignedCalls(sandbox.url(), clock, users, "n");
        try (Orders orders = new Orders(infrastructure, clock, users);
                JdkCalls jdk = new JdkCalls(sandbox.url(), first, connections);
                NettyCalls netty = new NettyCalls(sandbox.url(), second, connections)) {
            List<Counted> workloads = List.of(
                    new Counted(orders, sandbox, cpu),
                    new Counted(jdk, sandbox, cpu),
                    new Counted(netty, sandbox, cpu));
            List<Side> sides = new Rounds(effort).measure(List.copyOf(workloads));
            return report(sides, workloads);
        }
    }

    private Report report(List<Side> sides, List<Counted> workloads) {
        List<Comparison> comparisons = sides.stream()
                .skip(1)
                .map(ceiling -> new Comparison(Unit.SENDS_PER_SECOND, sides.getFirst(), ceiling))
                .toList();
        Counted ours = workloads.getFirst();
        return new Report(
                "send",
                "Direct Messages per second, X's limits lifted: how much of what X takes does the sender use?",
                comparisons,
                List.of(
                        String.format(
                                Locale.ROOT,
                                "Proof: after each round the sandbox had accepted exactly as many messages as were reported, %,d of the sender.",
                                ours.done()),
                        "The cores are shared by the sandbox, dm-sender, Kafka, Redis, and this program: it writes the orders, "
                                + String.format(
                                        Locale.ROOT,
                                        "reads the reports, and is the load generators, %d connections each.",
                                        connections),
                        "The orders name the user's id, so that each is one call to X; they lie in all partitions.",
                        "Processor time of one send by the sender: " + ours.use() + ".",
                        "By the JDK's client: " + workloads.get(1).use() + ". By Reactor Netty: "
                                + workloads.get(2).use() + "."));
    }
}
