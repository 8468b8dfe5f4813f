package com.dmverify.benchmarks.round;

import com.dmverify.benchmarks.figure.Sample;
import com.dmverify.benchmarks.figure.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** The turns of one workload. */
final class Turns {

    private static final int FIRST_TRY = 50;

    private final Workload workload;
    private final LongSupplier nanoTime;
    private final Duration round;
    private final List<Double> perSecond = new ArrayList<>();
    private int operations = FIRST_TRY;

    Turns(Workload workload, LongSupplier nanoTime, Duration round) {
        this.workload = workload;
        this.nanoTime = nanoTime;
        this.round = round;
    }

    /** At least one turn, and so many that they take this long. */
    void warmUp(Duration wanted) {
        Duration warm = Duration.ZERO;
        do {
            Duration took = turn();
            warm = warm.plus(took);
            double factor = (double) round.toNanos() / took.toNanos();
            // Cold code speeds up by far, and one turn may be disturbed: never trust it too much.
            operations = Math.max(1, (int) (operations * Math.clamp(factor, 0.2, 10)));
        } while (warm.compareTo(wanted) < 0);
    }

    void measure() {
        perSecond.add(operations * 1e9 / turn().toNanos());
    }

    Side side() {
        return new Side(workload.name(), Sample.of(perSecond));
    }

    private Duration turn() {
        workload.prepare(operations);
        long begin = nanoTime.getAsLong();
        workload.carryOut(operations);
        Duration took = Duration.ofNanos(Math.max(1, nanoTime.getAsLong() - begin));
        workload.prove(operations);
        return took;
    }
}
