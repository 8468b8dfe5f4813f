package com.dmverify.benchmarks.check;

import com.dmverify.benchmarks.load.HttpLoad;
import com.dmverify.benchmarks.load.Outgoing;
import com.dmverify.benchmarks.round.Contender;
import java.net.URI;
import java.util.Map;

/** As many posts to a door that does one Lua call and nothing else. */
public final class BareChecks implements Contender, AutoCloseable {

    private static final int OK = 200;

    private final HttpLoad load;

    /** So many connections at a time. */
    public BareChecks(URI doors, int connections) {
        this.load = new HttpLoad(doors, connections);
    }

    @Override
    public String name() {
        return "plain WebFlux door with one Lua call";
    }

    @Override
    public void carryOut(int operations) {
        load.post(operations, BareChecks::attempt, reply -> reply.status() == OK);
    }

    @Override
    public void close() {
        load.close();
    }

    private static Outgoing attempt(int n) {
        return new Outgoing("/lua/" + n / Checks.TRIES, "{\"code\":\"123456\"}", Map.of());
    }
}
