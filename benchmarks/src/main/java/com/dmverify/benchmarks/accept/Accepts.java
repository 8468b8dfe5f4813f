package com.dmverify.benchmarks.accept;

import com.dmverify.benchmarks.load.HttpLoad;
import com.dmverify.benchmarks.round.Workload;
import java.net.URI;

/** Starts verifications, each of another person. */
public final class Accepts implements Workload, AutoCloseable {

    /** An event and an order. */
    public static final int EVENTS = 2;

    private static final long FIRST_USER = 6_000_000_000_000_000_000L;

    private final StartRequest requests = new StartRequest(FIRST_USER);
    private final HttpLoad load;

    public Accepts(URI api, int connections) {
        load = new HttpLoad(api, connections);
    }

    @Override
    public String name() {
        return "verification-api: POST /v1/verifications";
    }

    @Override
    public void carryOut(int operations) {
        load.post(operations, _ -> requests.next(), reply -> reply.status() == StartRequest.ACCEPTED);
    }

    @Override
    public void close() {
        load.close();
    }
}
