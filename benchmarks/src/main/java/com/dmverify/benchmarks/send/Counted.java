package com.dmverify.benchmarks.send;

import com.dmverify.benchmarks.deployment.Sandbox;
import com.dmverify.benchmarks.machine.CpuMeter;
import com.dmverify.benchmarks.round.Workload;
import java.util.Locale;

/** After each round the sandbox has to have accepted so many messages more: then the work was done. */
final class Counted implements Workload {

    private final Workload workload;
    private final Sandbox sandbox;
    private final CpuMeter cpu;
    private long before;
    private long done;
    private String use = "";

    Counted(Workload workload, Sandbox sandbox, CpuMeter cpu) {
        this.workload = workload;
        this.sandbox = sandbox;
        this.cpu = cpu;
    }

    /** How many messages in all rounds. */
    long done() {
        return done;
    }

    /** Processor time of one message in the last round. */
    String use() {
        return use;
    }

    @Override
    public String name() {
        return workload.name();
    }

    @Override
    public void prepare(int operations) {
        workload.prepare(operations);
        before = sandbox.stats().dms();
        cpu.start();
    }

    @Override
    public void carryOut(int operations) {
        workload.carryOut(operations);
    }

    @Override
    public void prove(int operations) {
        cpu.stop();
        use = cpu.perOperation(operations);
        done += operations;
        long accepted = sandbox.stats().dms() - before;
        if (accepted != operations) {
            throw new IllegalStateException(String.format(
                    Locale.ROOT, "%d messages were reported, and the sandbox accepted %d", operations, accepted));
        }
    }
}
