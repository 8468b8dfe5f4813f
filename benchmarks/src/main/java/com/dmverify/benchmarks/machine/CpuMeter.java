package com.dmverify.benchmarks.machine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Measures the processor time that each of several processes uses between a start and a stop; the last one counts. */
public final class CpuMeter {

    private final List<Watched> all = new ArrayList<>();

    /** Adds a process under this name. A Redis that it has started is counted beside it. */
    public CpuMeter watch(String name, long pid) {
        ProcessHandle.of(pid).ifPresent(process -> {
            all.add(new Watched(name, process));
            process.children().filter(CpuMeter::isRedis).forEach(redis -> all.add(new Watched("Redis", redis)));
        });
        return this;
    }

    /** The time to be measured begins. */
    public void start() {
        all.forEach(Watched::start);
    }

    /** It ends. */
    public void stop() {
        all.forEach(Watched::stop);
    }

    /** What each process used for one of so many operations, most first. */
    public String perOperation(long operations) {
        return all.stream()
                .sorted(Comparator.comparing((Watched one) -> one.used).reversed())
                .map(one -> one.name + " " + one.used.dividedBy(operations).toNanos() / 1000 + " µs")
                .collect(Collectors.joining(", "));
    }

    private static boolean isRedis(ProcessHandle process) {
        return process.info().command().orElse("").contains("redis");
    }

    /** One process. */
    private static final class Watched {

        private final String name;
        private final ProcessHandle process;
        private Duration begin = Duration.ZERO;
        private Duration used = Duration.ZERO;

        Watched(String name, ProcessHandle process) {
            this.name = name;
            this.process = process;
        }

        void start() {
            begin = now();
        }

        void stop() {
            used = now().minus(begin);
        }

        private Duration now() {
            return process.info().totalCpuDuration().orElse(Duration.ZERO);
        }
    }
}
