package com.dmverify.local;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Kafka and Redis together, started in parallel. */
public final class LocalServices implements AutoCloseable {

    private final LocalKafka kafka;
    private final LocalRedis redis;

    private LocalServices(LocalKafka kafka, LocalRedis redis) {
        this.kafka = kafka;
        this.redis = redis;
    }

    /**
     * The pair that all tests of this JVM share; the first call starts it, the end of the JVM ends it. A test that stops a
     * server builds its own.
     */
    public static LocalServices shared() {
        return Shared.SERVICES;
    }

    /**
     * Starts both and returns when both are ready.
     *
     * @throws IllegalStateException if one of them does not come up; the other one is closed then
     */
    public static LocalServices start(LocalKafka kafka, LocalRedis redis) {
        LocalServices services = new LocalServices(kafka, redis);
        CompletableFuture<LocalRedis> beside = CompletableFuture.supplyAsync(redis::start);
        try {
            kafka.start();
            beside.join();
            return services;
        } catch (RuntimeException e) {
            beside.exceptionally(alsoFailed -> redis).join();
            services.close();
            throw e;
        }
    }

    /** The broker. */
    public LocalKafka kafka() {
        return kafka;
    }

    /** The Redis. */
    public LocalRedis redis() {
        return redis;
    }

    /** Creates a topic with this many partitions, unless there is one of that name. Returns when it is there. */
    public void createTopic(String name, int partitions) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("Cannot create topic " + name, e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while creating topic " + name, e);
        }
    }

    /** Closes both. */
    @Override
    public void close() {
        redis.close();
        kafka.close();
    }

    private static final class Shared {

        private static final LocalServices SERVICES =
                start(LocalKafka.builder().build(), LocalRedis.builder().build());
    }
}
