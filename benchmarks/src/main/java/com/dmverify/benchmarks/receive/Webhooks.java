package com.dmverify.benchmarks.receive;

import com.dmverify.benchmarks.load.HttpLoad;
import com.dmverify.benchmarks.load.Outgoing;
import com.dmverify.benchmarks.machine.Patience;
import com.dmverify.benchmarks.round.Contender;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Delivers what X would. */
public final class Webhooks implements Contender, AutoCloseable {

    private static final int OK = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String name;
    private final Deliveries deliveries;
    private final HttpLoad load;
    private List<Outgoing> prepared = List.of();

    private Webhooks(String name, URI url, String path, int connections) {
        this.name = name;
        this.deliveries = new Deliveries(path);
        this.load = new HttpLoad(url, connections);
    }

    /** To webhook-receiver. */
    public static Webhooks to(URI receiver, int connections) {
        return new Webhooks("webhook-receiver: POST /webhooks/x", receiver, "/webhooks/x", connections);
    }

    /** To a door that records them unseen. */
    public static Webhooks toBare(URI doors, int connections) {
        return new Webhooks("plain WebFlux door with one Kafka record, acks=all", doors, "/record", connections);
    }

    /** Delivers one until it is taken: a cold service may be slower than its own time-out. */
    public void knock() {
        Outgoing first = deliveries.make(1).getFirst();
        Patience.until(PATIENCE, name, () -> {
            AtomicInteger status = new AtomicInteger();
            load.post(1, _ -> first, reply -> {
                status.set(reply.status());
                return true;
            });
            return status.get() == OK;
        });
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void prepare(int operations) {
        prepared = deliveries.make(operations);
    }

    @Override
    public void carryOut(int operations) {
        load.post(operations, prepared::get, reply -> reply.status() == OK);
    }

    @Override
    public void close() {
        load.close();
    }
}
