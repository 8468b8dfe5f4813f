package com.dmverify.benchmarks.receive;

import com.dmverify.benchmarks.load.HttpLoad;
import com.dmverify.benchmarks.load.Outgoing;
import com.dmverify.benchmarks.machine.Wait;
import com.dmverify.benchmarks.round.Workload;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Delivers webhooks as X does. */
public final class Webhooks implements Workload, AutoCloseable {

    private static final int OK = 200;
    private static final Duration TIME_OUT = Duration.ofSeconds(60);

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

    /** To the endpoint that only records them. */
    public static Webhooks toCeiling(URI ceiling, int connections) {
        return new Webhooks("plain WebFlux with one Kafka record, acks=all", ceiling, "/record", connections);
    }

    /** Delivers one webhook until it is answered with 200: a cold service may be slower than its own time-out. */
    public void deliverFirst() {
        Outgoing first = deliveries.make(1).getFirst();
        Wait.until(TIME_OUT, name, () -> {
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
