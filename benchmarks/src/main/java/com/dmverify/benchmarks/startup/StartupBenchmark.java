package com.dmverify.benchmarks.startup;

import com.dmverify.benchmarks.deployment.Infrastructure;
import com.dmverify.benchmarks.deployment.Programs;
import com.dmverify.benchmarks.figure.Comparison;
import com.dmverify.benchmarks.figure.Report;
import com.dmverify.benchmarks.figure.Sample;
import com.dmverify.benchmarks.figure.Side;
import com.dmverify.benchmarks.figure.Unit;
import com.dmverify.benchmarks.machine.Launch;
import com.dmverify.benchmarks.machine.Program;
import com.dmverify.benchmarks.machine.RunningProgram;
import com.dmverify.benchmarks.round.Benchmark;
import com.dmverify.benchmarks.round.Effort;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** How long does it take from the start of a JVM until a service is ready? */
public final class StartupBenchmark implements Benchmark {

    private static final String BARE = "bare Spring Boot with WebFlux";
    /** Nothing listens there: nothing is sent. */
    private static final URI NO_X = URI.create("http://127.0.0.1:1");

    @Override
    public Report run(Launch launch, Effort effort) {
        try (Infrastructure infrastructure = new Infrastructure(launch)) {
            Map<String, Supplier<Program>> programs = new LinkedHashMap<>();
            programs.put("verification-api", () -> Programs.verificationApi(infrastructure));
            programs.put("dm-sender", () -> Programs.dmSender(infrastructure, NO_X));
            programs.put("webhook-receiver", () -> Programs.webhookReceiver(infrastructure));
            programs.put("x-sandbox", Programs::sandbox);
            programs.put(BARE, Programs::bareWebFlux);
            return report(measure(launch, programs, effort.rounds()));
        }
    }

    /** The first round only brings the files into the system's cache. */
    private static Map<String, List<Double>> measure(
            Launch launch, Map<String, Supplier<Program>> programs, int rounds) {
        Map<String, List<Double>> millis = new LinkedHashMap<>();
        programs.values().forEach(program -> start(launch, program.get()));
        for (int round = 0; round < rounds; round++) {
            programs.forEach((name, program) ->
                    millis.computeIfAbsent(name, _ -> new ArrayList<>()).add(start(launch, program.get())));
        }
        return millis;
    }

    private static double start(Launch launch, Program program) {
        long begin = System.nanoTime();
        RunningProgram running = launch.run(program);
        double millis = (System.nanoTime() - begin) / 1e6;
        running.close();
        return millis;
    }

    private static Report report(Map<String, List<Double>> millis) {
        Side bare = new Side(BARE, Sample.of(millis.getOrDefault(BARE, List.of())));
        List<Comparison> comparisons = millis.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(BARE))
                .map(entry ->
                        new Comparison(Unit.MILLISECONDS, new Side(entry.getKey(), Sample.of(entry.getValue())), bare))
                .toList();
        return new Report(
                "startup",
                "From the start of the JVM until a service is ready, beside the least that Spring Boot takes.",
                comparisons,
                List.of(
                        "Kafka and Redis run already, the topics are there. Readiness is polled every 5 ms.",
                        "From classes and jars, as built; one at a time, all cores for it alone; no CDS, no AOT cache.",
                        "The ratio is the time of the bare service by ours: 1 would be as quick."));
    }
}
