package com.dmverify.benchmarks.round;

import com.dmverify.benchmarks.figure.Comparison;
import com.dmverify.benchmarks.figure.Side;
import com.dmverify.benchmarks.figure.Unit;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Runs workloads in turn: what disturbs the machine disturbs all. First a warm-up, whose last turns decide how many
 * operations make a round. The first workload, ours, warms up longest: it has most code, and the JIT takes its time.
 */
public final class Rounds {

    private final Effort effort;
    private final LongSupplier nanoTime;

    public Rounds(Effort effort) {
        this(effort, System::nanoTime);
    }

    /** With another clock, for tests. */
    Rounds(Effort effort, LongSupplier nanoTime) {
        this.effort = effort;
        this.nanoTime = nanoTime;
    }

    /** Operations per second of ours and of the ceiling. */
    public Comparison compare(Unit unit, Workload ours, Workload ceiling) {
        List<Side> sides = measure(List.of(ours, ceiling));
        return new Comparison(unit, sides.getFirst(), sides.getLast());
    }

    /** Operations per second of each, in the order given; ours first. */
    public List<Side> measure(List<Workload> workloads) {
        List<Turns> all = workloads.stream()
                .map(workload -> new Turns(workload, nanoTime, effort.round()))
                .toList();
        all.getFirst().warmUp(effort.warmUp().multipliedBy(2).dividedBy(3));
        all.forEach(turns -> turns.warmUp(effort.warmUp().dividedBy(3)));
        Stream.generate(() -> all).limit(effort.rounds()).forEach(turns -> turns.forEach(Turns::measure));
        return all.stream().map(Turns::side).toList();
    }
}
