package com.dmverify.benchmarks.round;

import com.dmverify.benchmarks.machine.CpuMeter;

/** A workload whose processor time is measured, for each process. */
public final class Metered implements Workload {

    private final Workload workload;
    private final CpuMeter cpu;
    private String use = "unknown";

    public Metered(Workload workload, CpuMeter cpu) {
        this.workload = workload;
        this.cpu = cpu;
    }

    /** Processor time of one operation in the last round, by process. */
    public String use() {
        return use;
    }

    @Override
    public String name() {
        return workload.name();
    }

    @Override
    public void prepare(int operations) {
        workload.prepare(operations);
    }

    @Override
    public void carryOut(int operations) {
        cpu.start();
        workload.carryOut(operations);
        cpu.stop();
        use = cpu.perOperation(operations);
    }

    @Override
    public void prove(int operations) {
        workload.prove(operations);
    }
}
