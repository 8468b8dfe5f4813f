package com.dmverify.benchmarks.start;

import com.dmverify.benchmarks.Benchmark;
import com.dmverify.benchmarks.figure.Comparison;
import com.dmverify.benchmarks.figure.Report;
import com.dmverify.benchmarks.figure.Sample;
import com.dmverify.benchmarks.figure.Side;
import com.dmverify.benchmarks.figure.Unit;
import com.dmverify.benchmarks.ground.Api;
import com.dmverify.benchmarks.ground.Bare;
import com.dmverify.benchmarks.ground.Ground;
import com.dmverify.benchmarks.ground.Receiver;
import com.dmverify.benchmarks.ground.Sandbox;
import com.dmverify.benchmarks.ground.Sender;
import com.dmverify.benchmarks.ground.Service;
import com.dmverify.benchmarks.machine.Launch;
import com.dmverify.benchmarks.round.Effort;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** How long from the start of a JVM until a service is ready? */
public final class StartBenchmark implements Benchmark {

    private static final String BARE = "bare Spring Boot with WebFlux";
    /** Nothing is sent here: nobody has to be there. */
    private static final URI NO_X = URI.create("http://127.0.0.1:1");

    @Override
    public Report run(Launch launch, Effort effort) {
        try (Ground ground = new Ground(launch)) {
            Map<String, Supplier<Service>> programs = new LinkedHashMap<>();
            programs.put("verification-api", () -> new Api(launch, ground));
            programs.put("dm-sender", () -> new Sender(launch, ground, NO_X));
            programs.put("webhook-receiver", () -> new Receiver(launch, ground));
            programs.put("x-sandbox", () -> new Sandbox(launch));
            programs.put(BARE, () -> new Bare(launch));
            return report(measure(programs, effort.rounds()));
        }
    }

    /** The first round only brings the files into the system's cache. */
    private static Map<String, List<Double>> measure(Map<String, Supplier<Service>> programs, int rounds) {
        Map<String, List<Double>> millis = new LinkedHashMap<>();
        programs.values().forEach(StartBenchmark::start);
        for (int round = 0; round < rounds; round++) {
            programs.forEach((name, program) ->
                    millis.computeIfAbsent(name, _ -> new ArrayList<>()).add(start(program)));
        }
        return millis;
    }

    private static double start(Supplier<Service> program) {
        long begin = System.nanoTime();
        Service service = program.get();
        double millis = (System.nanoTime() - begin) / 1e6;
        service.close();
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
                "start",
                "From the start of the JVM until a service says that it is ready, beside the least that Spring Boot takes.",
                comparisons,
                List.of(
                        "Kafka and Redis run already, the topics are there. Readiness is asked for every 10 ms.",
                        "From classes and jars, as built; one at a time, all cores for it alone; no CDS, no AOT cache.",
                        "The ratio is the bare one's time by ours: 1 would be as quick."));
    }
}
