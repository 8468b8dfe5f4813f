package com.dmverify.benchmarks.load;

import com.dmverify.benchmarks.machine.RunningProgram;
import com.dmverify.benchmarks.round.Workload;
import java.util.Map;

/** Posts the same small body to an endpoint of the ceiling program. */
public final class EndpointLoad implements Workload, AutoCloseable {

    private static final String BODY = "{\"code\":\"123456\"}";

    private final String name;
    private final HttpLoad load;
    private final Path path;
    private final int connections;
    private int round;
    private Spread spread = Spread.of(0, 1);

    private EndpointLoad(String name, RunningProgram ceiling, int connections, Path path) {
        this.name = name;
        this.load = new HttpLoad(ceiling.url(), connections);
        this.connections = connections;
        this.path = path;
    }

    /** To the endpoint that does one Lua call and nothing else. */
    public static EndpointLoad lua(RunningProgram ceiling, int connections) {
        return new EndpointLoad(
                "plain WebFlux with one Lua call", ceiling, connections, (round, key) -> "/lua/" + round + "-" + key);
    }

    /** To the endpoint that does the least which a start costs. */
    public static EndpointLoad accept(RunningProgram ceiling, int connections) {
        return new EndpointLoad(
                "WebFlux, one Redis write, two Kafka records (acks=all, not waited for), the same limits",
                ceiling,
                connections,
                (_, _) -> "/accept");
    }

    /** To the endpoint that does the least which a check costs. */
    public static EndpointLoad check(RunningProgram ceiling, int connections) {
        return new EndpointLoad(
                "WebFlux, one read, one compare-and-set script with an outbox entry, one Kafka record (acks=all, not waited for)",
                ceiling,
                connections,
                (round, key) -> "/check/" + round + "-" + key);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void prepare(int operations) {
        round++;
        spread = Spread.of(operations, connections);
    }

    @Override
    public void carryOut(int operations) {
        load.post(
                operations,
                n -> new Outgoing(path.of(round, spread.key(n)), BODY, Map.of()),
                reply -> reply.status() / 100 == 2);
    }

    @Override
    public void close() {
        load.close();
    }

    /** The path for a key of a round. */
    @FunctionalInterface
    private interface Path {

        String of(int round, int key);
    }
}
