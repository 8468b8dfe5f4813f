package com.dmverify.benchmarks.send;

import com.dmverify.benchmarks.load.HttpLoad;
import com.dmverify.benchmarks.round.Workload;
import java.net.URI;

/** A plain load generator on Reactor Netty, the quickest that we know of in Java. */
public final class NettyCalls implements Workload, AutoCloseable {

    private static final int CREATED = 201;

    private final SignedCalls calls;
    private final HttpLoad load;

    /** So many connections at a time. */
    public NettyCalls(URI x, SignedCalls calls, int connections) {
        this.calls = calls;
        this.load = new HttpLoad(x, connections);
    }

    @Override
    public String name() {
        return "plain load generator: Reactor Netty, the same signed calls";
    }

    @Override
    public void carryOut(int operations) {
        load.post(operations, _ -> calls.next(), reply -> reply.status() == CREATED);
    }

    @Override
    public void close() {
        load.close();
    }
}
