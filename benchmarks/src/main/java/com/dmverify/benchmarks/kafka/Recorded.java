package com.dmverify.benchmarks.kafka;

import com.dmverify.benchmarks.round.Workload;
import java.util.Locale;

/**
 * A workload whose rounds end only when all of its events are in Kafka. After the round the records are read, and each event
 * is counted once. Does not close the tally.
 */
public final class Recorded implements Workload {

    private final Workload workload;
    private final RecordTally tally;
    private final int perOperation;
    private long counted;

    /**
     * Counts the events of a workload.
     *
     * @param tally of the topics that it writes to
     * @param perOperation events of each operation
     */
    public Recorded(Workload workload, RecordTally tally, int perOperation) {
        this.workload = workload;
        this.tally = tally;
        this.perOperation = perOperation;
    }

    /** Events of all rounds. */
    public long counted() {
        return counted;
    }

    @Override
    public String name() {
        return workload.name();
    }

    @Override
    public void prepare(int operations) {
        workload.prepare(operations);
        tally.mark();
    }

    @Override
    public void carryOut(int operations) {
        workload.carryOut(operations);
        tally.await((long) perOperation * operations);
    }

    @Override
    public void prove(int operations) {
        workload.prove(operations);
        long expected = (long) perOperation * operations;
        long events = tally.events();
        counted += events;
        if (events < expected) {
            throw new IllegalStateException(
                    String.format(Locale.ROOT, "%d events were expected in Kafka, and %d are there", expected, events));
        }
    }
}
