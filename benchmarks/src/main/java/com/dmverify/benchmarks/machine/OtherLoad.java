package com.dmverify.benchmarks.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * How much of the machine other programs used since this was made: figures of a shared machine are lower, and say less.
 * Source: proc(5), {@code /proc/stat} and {@code /proc/pid/stat}; elsewhere than on Linux nothing is known.
 */
public final class OtherLoad {

    private static final Path MACHINE = Path.of("/proc/stat");
    /** user nice system idle iowait irq softirq steal; the guests' time is in the first two. */
    private static final int KINDS = 8;

    private static final int IDLE = 3;
    private static final int WAITING = 4;

    private final long allBefore = ticks(true);
    private final long busyBefore = ticks(false);
    private final long oursBefore = ours();

    /** Percent of all cores; empty where it cannot be known. */
    public OptionalInt share() {
        long all = ticks(true) - allBefore;
        long others = ticks(false) - busyBefore - (ours() - oursBefore);
        return all <= 0 ? OptionalInt.empty() : OptionalInt.of(Math.clamp(others * 100 / all, 0, 100));
    }

    private static long ticks(boolean idleToo) {
        if (!Files.isReadable(MACHINE)) {
            return 0;
        }
        String[] words = read(MACHINE).lines().findFirst().orElse("").split(" +", -1);
        long sum = 0;
        for (int kind = 0; kind < KINDS && kind + 1 < words.length; kind++) {
            boolean idle = kind == IDLE || kind == WAITING;
            sum += idle && !idleToo ? 0 : Long.parseLong(words[kind + 1]);
        }
        return sum;
    }

    /** This program, those that it started, and those of them that have ended. */
    private static long ours() {
        ProcessHandle self = ProcessHandle.current();
        return Stream.concat(Stream.of(self), self.descendants())
                .mapToLong(process -> ticks(Path.of("/proc", String.valueOf(process.pid()), "stat")))
                .sum();
    }

    private static long ticks(Path stat) {
        if (!Files.isReadable(stat)) {
            return 0;
        }
        String line = read(stat);
        // The name in parentheses may have spaces; then come the state, and utime, stime, cutime, cstime as 12th to
        // 15th.
        String[] words = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
        return LongStream.of(11, 12, 13, 14)
                .map(word -> Long.parseLong(words[(int) word]))
                .sum();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
