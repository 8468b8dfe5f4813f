package com.dmverify.benchmarks.deployment;

import com.dmverify.local.LocalKafka;
import com.dmverify.local.LocalRedis;
import com.dmverify.local.LocalServices;
import java.io.IOException;

/** Runs Kafka and Redis on the two ports that are its arguments, until its standard input ends. */
public final class InfrastructureProgram {

    private InfrastructureProgram() {}

    public static void main(String[] ports) throws IOException {
        LocalKafka kafka = LocalKafka.builder().port(Integer.parseInt(ports[0])).build();
        LocalRedis redis = LocalRedis.builder().port(Integer.parseInt(ports[1])).build();
        try (LocalServices services = LocalServices.start(kafka, redis)) {
            System.out.println("Kafka " + services.kafka().bootstrapServers());
            // The parent process holds the other end: it closes when the parent ends, in whatever way.
            while (System.in.read() >= 0) {}
        }
    }
}
