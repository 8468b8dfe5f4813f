package com.dmverify.benchmarks.memory;

import com.dmverify.benchmarks.check.Checks;
import com.dmverify.benchmarks.check.Openings;
import com.dmverify.benchmarks.ground.Api;
import com.dmverify.benchmarks.ground.Bare;
import com.dmverify.benchmarks.ground.Ground;
import com.dmverify.benchmarks.ground.Receiver;
import com.dmverify.benchmarks.ground.Sandbox;
import com.dmverify.benchmarks.ground.Sender;
import com.dmverify.benchmarks.ground.Service;
import com.dmverify.benchmarks.machine.Launch;
import com.dmverify.benchmarks.machine.ResidentMemory;
import com.dmverify.benchmarks.receive.Webhooks;
import com.dmverify.benchmarks.round.Contender;
import com.dmverify.benchmarks.round.Effort;
import com.dmverify.benchmarks.round.Rounds;
import com.dmverify.benchmarks.send.Orders;
import com.dmverify.schemas.Topics;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All services at once, the bare one beside them, each with its load. */
final class House implements AutoCloseable {

    static final String BARE = "bare Spring Boot with WebFlux";
    private static final int USERS = 20_000;

    private final int connections;
    private final Ground ground;
    private final Sandbox sandbox;
    private final Sender sender;
    private final Api api;
    private final Receiver receiver;
    private final Bare bare;

    House(Launch launch, int connections) {
        this.connections = connections;
        ground = new Ground(launch).withTopics(Topics.X_ACTIVITY);
        sandbox = new Sandbox(launch);
        sender = new Sender(launch, ground, sandbox.url());
        api = new Api(launch, ground);
        receiver = new Receiver(launch, ground);
        bare = new Bare(launch);
    }

    /** MiB by name. */
    Map<String, Double> memory() {
        Map<String, Service> all = new LinkedHashMap<>();
        all.put("verification-api", api);
        all.put("dm-sender", sender);
        all.put("webhook-receiver", receiver);
        all.put("x-sandbox", sandbox);
        all.put(BARE, bare);
        Map<String, Double> memory = new LinkedHashMap<>();
        all.forEach((name, service) -> memory.put(name, ResidentMemory.of(service.pid())));
        return memory;
    }

    void load(Effort effort) {
        Clock clock = Clock.systemUTC();
        Rounds once = new Rounds(new Effort(1, effort.round(), effort.warmUp()));
        try (Orders orders = new Orders(ground, clock, sandbox.users(USERS));
                Openings openings = new Openings(api.url(), ground, clock);
                Checks checks = new Checks(api.url(), openings, connections);
                Webhooks webhooks = Webhooks.to(receiver.url(), connections);
                Hellos hellos = new Hellos(bare.url(), connections)) {
            webhooks.knock();
            for (Contender contender : List.of(orders, checks, webhooks, hellos)) {
                once.measure(List.of(contender));
            }
        }
    }

    @Override
    public void close() {
        List.of(bare, receiver, api, sender, sandbox).forEach(Service::close);
        ground.close();
    }
}
