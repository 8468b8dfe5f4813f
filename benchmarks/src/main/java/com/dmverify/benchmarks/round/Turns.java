package com.dmverify.benchmarks.round;

import com.dmverify.benchmarks.figure.Sample;
import com.dmverify.benchmarks.figure.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** The turns of one contender. */
final class Turns {

    private static final int FIRST_TRY = 50;

    private final Contender contender;
    private final LongSupplier nanoTime;
    private final Duration round;
    private final List<Double> perSecond = new ArrayList<>();
    private int operations = FIRST_TRY;

    Turns(Contender contender, LongSupplier nanoTime, Duration round) {
        this.contender = contender;
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
        return new Side(contender.name(), Sample.of(perSecond));
    }

    private Duration turn() {
        contender.prepare(operations);
        long begin = nanoTime.getAsLong();
        contender.carryOut(operations);
        Duration took = Duration.ofNanos(Math.max(1, nanoTime.getAsLong() - begin));
        contender.prove(operations);
        return took;
    }
}
