package com.dmverify.benchmarks.memory;

import com.dmverify.benchmarks.load.HttpLoad;
import com.dmverify.benchmarks.load.Outgoing;
import com.dmverify.benchmarks.round.Workload;
import java.net.URI;
import java.util.Map;

/** Posts to the one endpoint of the bare service. */
final class Hellos implements Workload, AutoCloseable {

    private static final int OK = 200;

    private final HttpLoad load;

    Hellos(URI url, int connections) {
        load = new HttpLoad(url, connections);
    }

    @Override
    public String name() {
        return "bare";
    }

    @Override
    public void carryOut(int operations) {
        load.post(operations, _ -> new Outgoing("/hello", "{}", Map.of()), reply -> reply.status() == OK);
    }

    @Override
    public void close() {
        load.close();
    }
}
