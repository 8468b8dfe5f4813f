package com.dmverify.benchmarks.ground;

import com.dmverify.benchmarks.machine.FreePort;
import com.dmverify.benchmarks.machine.Launch;
import com.dmverify.benchmarks.machine.Patience;
import com.dmverify.benchmarks.machine.Program;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** A real Kafka and a real Redis, in processes of their own. */
public final class Ground implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);

    private static final int PARTITIONS = 4;

    private final int kafkaPort = FreePort.any();
    private final int redisPort = FreePort.any();
    private final Program program;

    /** Starts both, and returns when they take records and commands. */
    public Ground(Launch launch) {
        program = launch.program("infrastructure", "benchmarks", Infrastructure.class.getName())
                .argument(String.valueOf(kafkaPort))
                .argument(String.valueOf(redisPort))
                .start();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka()))) {
            Patience.until(START, "Kafka", () -> answers(admin));
        }
    }

    /** Makes topics that nobody else makes, with four partitions each. */
    public Ground withTopics(String... names) {
        List<NewTopic> topics = Stream.of(names)
                .map(name -> new NewTopic(name, PARTITIONS, (short) 1))
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

    /** Its address, as Kafka's clients take it. */
    public String kafka() {
        return "127.0.0.1:" + kafkaPort;
    }

    /** Redis' port on 127.0.0.1. */
    public int redis() {
        return redisPort;
    }

    /** Of the JVM that Kafka runs in; Redis is its child. */
    public long pid() {
        return program.pid();
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
