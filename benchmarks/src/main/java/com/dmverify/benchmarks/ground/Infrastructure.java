package com.dmverify.benchmarks.ground;

import com.dmverify.local.LocalKafka;
import com.dmverify.local.LocalRedis;
import com.dmverify.local.LocalServices;
import java.io.IOException;

/** Runs Kafka and Redis in a JVM of its own, on the two ports it is given, until its standard input ends. */
public final class Infrastructure {

    private Infrastructure() {}

    public static void main(String[] ports) throws IOException {
        LocalKafka kafka = LocalKafka.builder().port(Integer.parseInt(ports[0])).build();
        LocalRedis redis = LocalRedis.builder().port(Integer.parseInt(ports[1])).build();
        try (LocalServices services = LocalServices.start(kafka, redis)) {
            System.out.println("Kafka " + services.kafka().bootstrapServers());
            // The one who started us holds the other end: it closes when that one ends, however it does.
            while (System.in.read() >= 0) {}
        }
    }
}
