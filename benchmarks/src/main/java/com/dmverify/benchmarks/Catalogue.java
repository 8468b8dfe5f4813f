package com.dmverify.benchmarks;

import com.dmverify.benchmarks.accept.AcceptBenchmark;
import com.dmverify.benchmarks.check.CheckBenchmark;
import com.dmverify.benchmarks.memory.MemoryBenchmark;
import com.dmverify.benchmarks.receive.ReceiveBenchmark;
import com.dmverify.benchmarks.round.Benchmark;
import com.dmverify.benchmarks.round.Effort;
import com.dmverify.benchmarks.send.SendBenchmark;
import com.dmverify.benchmarks.sign.SignBenchmark;
import com.dmverify.benchmarks.startup.StartupBenchmark;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The benchmarks by name, each with the effort that it usually takes. */
final class Catalogue {

    private static final int CONNECTIONS = 64;
    private static final int MANY_CONNECTIONS = 256;

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    Catalogue(Options options) {
        int connections = options.number("connections", CONNECTIONS);
        add("accept", new AcceptBenchmark("accept", connections), effort(5, 3, 45));
        add("accept-256", new AcceptBenchmark("accept-256", MANY_CONNECTIONS), effort(5, 3, 45));
        add("check", new CheckBenchmark("check", connections), effort(5, 3, 45));
        add("check-256", new CheckBenchmark("check-256", MANY_CONNECTIONS), effort(5, 3, 45));
        add("receive", new ReceiveBenchmark(connections), effort(5, 3, 30));
        add("send", new SendBenchmark(connections), effort(7, 4, 150));
        add("sign", new SignBenchmark(), effort(9, 1, 6));
        add("startup", new StartupBenchmark(), effort(3, 1, 0));
        add("memory", new MemoryBenchmark(connections), effort(3, 2, 3));
    }

    /** In the order in which they are run. */
    List<String> names() {
        return List.copyOf(entries.keySet());
    }

    /** Throws {@link IllegalArgumentException} when there is none of that name. */
    Entry entry(String name) {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw new IllegalArgumentException("There is no benchmark " + name);
        }
        return entry;
    }

    private void add(String name, Benchmark benchmark, Effort usual) {
        entries.put(name, new Entry(benchmark, usual));
    }

    private static Effort effort(int rounds, int seconds, int warmUp) {
        return new Effort(rounds, Duration.ofSeconds(seconds), Duration.ofSeconds(warmUp));
    }

    /** A benchmark, and how long it runs unless options say otherwise. */
    record Entry(Benchmark benchmark, Effort usual) {}
}
