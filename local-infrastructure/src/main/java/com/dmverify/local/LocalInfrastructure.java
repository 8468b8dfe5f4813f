package com.dmverify.local;

import java.nio.file.Path;

/** Runs Kafka on port 9092 and Redis on port 6379 until Ctrl-C. One argument, if any: the directory that keeps their data. */
public final class LocalInfrastructure {

    private static final int KAFKA_PORT = 9092;
    private static final int REDIS_PORT = 6379;

    private LocalInfrastructure() {}

    /** Starts both, prints their addresses, and waits. */
    public static void main(String[] arguments) throws InterruptedException {
        LocalKafka.Builder kafka = LocalKafka.builder().port(KAFKA_PORT);
        LocalRedis.Builder redis = LocalRedis.builder().port(REDIS_PORT);
        if (arguments.length > 0) {
            kafka.dataDirectory(Path.of(arguments[0], "kafka"));
            redis.dataDirectory(Path.of(arguments[0], "redis"));
        }
        LocalServices services = LocalServices.start(kafka.build(), redis.build());
        System.out.println("Kafka " + services.kafka().bootstrapServers());
        System.out.println("Redis " + services.redis().uri());
        System.out.println("Ctrl-C ends both.");
        Thread.currentThread().join();
    }
}
