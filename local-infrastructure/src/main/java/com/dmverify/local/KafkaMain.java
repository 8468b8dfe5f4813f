package com.dmverify.local;

import java.nio.file.Path;

/** The program of a {@link LocalKafkaProcess}: a broker until the process ends. Its arguments: port, directory. */
final class KafkaMain {

    static final String READY = "Kafka takes records";

    private KafkaMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        LocalKafka.builder()
                .port(Integer.parseInt(arguments[0]))
                .dataDirectory(Path.of(arguments[1]))
                .build()
                .start();
        System.out.println(READY);
        Thread.currentThread().join();
    }
}
