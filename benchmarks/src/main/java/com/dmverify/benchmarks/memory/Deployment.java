package com.dmverify.benchmarks.memory;

import com.dmverify.benchmarks.accept.Starts;
import com.dmverify.benchmarks.check.Checks;
import com.dmverify.benchmarks.deployment.Infrastructure;
import com.dmverify.benchmarks.deployment.Programs;
import com.dmverify.benchmarks.deployment.Sandbox;
import com.dmverify.benchmarks.machine.Launch;
import com.dmverify.benchmarks.machine.ResidentMemory;
import com.dmverify.benchmarks.machine.RunningProgram;
import com.dmverify.benchmarks.receive.Webhooks;
import com.dmverify.benchmarks.round.Effort;
import com.dmverify.benchmarks.round.Rounds;
import com.dmverify.benchmarks.round.Workload;
import com.dmverify.benchmarks.send.Orders;
import com.dmverify.schemas.Topics;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All services at once, the bare one beside them, each with its own load. */
final class Deployment implements AutoCloseable {

    static final String BARE = "bare Spring Boot with WebFlux";
    private static final int USERS = 20_000;

    private final int connections;
    private final Infrastructure infrastructure;
    private final Sandbox sandbox;
    private final RunningProgram sender;
    private final RunningProgram api;
    private final RunningProgram receiver;
    private final RunningProgram bare;

    Deployment(Launch launch, int connections) {
        this.connections = connections;
        infrastructure = new Infrastructure(launch).withTopics(Topics.X_ACTIVITY);
        sandbox = new Sandbox(launch);
        sender = launch.run(Programs.dmSender(infrastructure, sandbox.url()));
        api = launch.run(Programs.verificationApi(infrastructure));
        receiver = launch.run(Programs.webhookReceiver(infrastructure));
        bare = launch.run(Programs.bareWebFlux());
    }

    /** Resident memory in MiB, by name. */
    Map<String, Double> memory() {
        Map<String, Long> processes = new LinkedHashMap<>();
        processes.put("verification-api", api.pid());
        processes.put("dm-sender", sender.pid());
        processes.put("webhook-receiver", receiver.pid());
        processes.put("x-sandbox", sandbox.pid());
        processes.put(BARE, bare.pid());
        Map<String, Double> memory = new LinkedHashMap<>();
        processes.forEach((name, pid) -> memory.put(name, ResidentMemory.of(pid)));
        return memory;
    }

    void load(Effort effort) {
        Clock clock = Clock.systemUTC();
        Rounds once = new Rounds(new Effort(1, effort.round(), effort.warmUp()));
        try (Orders orders = new Orders(infrastructure, clock, sandbox.users(USERS));
                Starts starts = new Starts(api.url(), infrastructure, clock);
                Checks checks = new Checks(api.url(), starts, connections);
                Webhooks webhooks = Webhooks.to(receiver.url(), connections);
                Hellos hellos = new Hellos(bare.url(), connections)) {
            webhooks.deliverFirst();
            for (Workload workload : List.of(orders, checks, webhooks, hellos)) {
                once.measure(List.of(workload));
            }
        }
    }

    @Override
    public void close() {
        List.of(bare, receiver, api, sender).forEach(RunningProgram::close);
        sandbox.close();
        infrastructure.close();
    }
}
