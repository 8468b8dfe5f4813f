package com.dmverify.benchmarks.memory;

import com.dmverify.benchmarks.figure.Comparison;
import com.dmverify.benchmarks.figure.Report;
import com.dmverify.benchmarks.figure.Sample;
import com.dmverify.benchmarks.figure.Side;
import com.dmverify.benchmarks.figure.Unit;
import com.dmverify.benchmarks.machine.Launch;
import com.dmverify.benchmarks.round.Benchmark;
import com.dmverify.benchmarks.round.Effort;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How much memory does each service hold, and how much of Redis does a pending verification take? */
public final class MemoryBenchmark implements Benchmark {

    private final int connections;

    /** With so many connections of the load. */
    public MemoryBenchmark(int connections) {
        this.connections = connections;
    }

    @Override
    public Report run(Launch launch, Effort effort) {
        Map<String, List<Double>> idle = new LinkedHashMap<>();
        Map<String, List<Double>> loaded = new LinkedHashMap<>();
        for (int round = 0; round < effort.rounds(); round++) {
            try (Deployment deployment = new Deployment(launch, connections)) {
                add(idle, deployment.memory());
                deployment.load(effort);
                add(loaded, deployment.memory());
            }
        }
        List<Comparison> comparisons = new ArrayList<>(compare("idle", idle));
        comparisons.addAll(compare("under load", loaded));
        comparisons.addAll(new PendingVerifications(connections).measure(launch, effort));
        return report(comparisons);
    }

    private static void add(Map<String, List<Double>> all, Map<String, Double> now) {
        now.forEach((name, mebibytes) ->
                all.computeIfAbsent(name, _ -> new ArrayList<>()).add(mebibytes));
    }

    private static List<Comparison> compare(String when, Map<String, List<Double>> mebibytes) {
        Side bare = side(Deployment.BARE, when, mebibytes.getOrDefault(Deployment.BARE, List.of()));
        return mebibytes.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(Deployment.BARE))
                .map(entry -> new Comparison(Unit.MEBIBYTES, side(entry.getKey(), when, entry.getValue()), bare))
                .toList();
    }

    private static Side side(String name, String when, List<Double> mebibytes) {
        return new Side(name + ", " + when, Sample.of(mebibytes));
    }

    private static Report report(List<Comparison> comparisons) {
        return new Report(
                "memory",
                "Resident memory of each service, just ready and under load, beside the least that Spring Boot holds; "
                        + "memory of Redis for each pending verification; and whether many of them slow a check down.",
                comparisons,
                List.of(
                        "Resident set size of the whole process (heap, code, metadata, buffers), with -Xmx512m for all.",
                        "Each round starts them anew; each has its own load at full speed: checks, sends, webhooks, "
                                + "posts to the bare service. The sandbox keeps every message.",
                        "Bytes of Redis are the growth of used_memory: verification, deadline, lists and limits, with an empty outbox. "
                                + "The first 10,000 are started by the API; up to 1,000,000 are copies of them under new ids.",
                        "The ratio is the memory of the bare service by ours, the aim by the bytes, and the speed of checks beside many by that beside few."));
    }
}
