package com.dmverify.benchmarks.deployment;

import com.dmverify.benchmarks.machine.CpuMeter;
import com.dmverify.benchmarks.machine.FreePort;
import com.dmverify.benchmarks.machine.Launch;
import com.dmverify.benchmarks.machine.Program;
import com.dmverify.benchmarks.machine.RunningProgram;
import com.dmverify.benchmarks.machine.Wait;
import com.dmverify.schemas.TopicSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** A real Kafka and a real Redis, in processes of their own. */
public final class Infrastructure implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);

    private final int kafkaPort = FreePort.any();
    private final int redisPort = FreePort.any();
    private final RunningProgram program;

    /** Starts both, and returns when they take records and commands. */
    public Infrastructure(Launch launch) {
        program = launch.start(Program.of("infrastructure", "benchmarks", InfrastructureProgram.class.getName())
                .argument(kafkaPort)
                .argument(redisPort));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka()))) {
            Wait.until(START, "Kafka", () -> answers(admin));
        }
    }

    /** Makes topics that no service makes, with as many partitions as theirs. */
    public Infrastructure withTopics(String... names) {
        List<NewTopic> topics = Stream.of(names)
                .map(name -> new NewTopic(name, TopicSpec.PARTITIONS, (short) 1))
                .toList();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka()))) {
            admin.createTopics(topics).all().get();
            return this;
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot make topics", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while making topics", e);
        }
    }

    /** The address of Kafka, as its clients take it. */
    public String kafka() {
        return "127.0.0.1:" + kafkaPort;
    }

    /** The port of Redis on 127.0.0.1. */
    public int redis() {
        return redisPort;
    }

    /** The process of the JVM that Kafka runs in; Redis is its child. */
    public long pid() {
        return program.pid();
    }

    /** A meter of these programs, of Kafka, of Redis, and of the load, which runs in this JVM. */
    public CpuMeter meter(RunningProgram... programs) {
        CpuMeter meter = new CpuMeter().watch("Kafka", pid());
        for (RunningProgram one : programs) {
            meter.watch(one.name(), one.pid());
        }
        return meter.watch("load", ProcessHandle.current().pid());
    }

    @Override
    public void close() {
        program.close();
    }

    private static boolean answers(Admin admin) {
        try {
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Kafka started", e);
        }
    }
}
