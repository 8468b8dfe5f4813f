package com.dmverify.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@link LocalKafka} in a JVM of its own on 127.0.0.1, with a temporary directory. It may be stopped, or killed as {@code
 * kill -9} does, and started again; port and data stay. It ends with this JVM, even if that is killed. Thread-safe.
 */
public final class LocalKafkaProcess implements AutoCloseable {

    private static final List<String> SMALL = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    /** A broker changes the case of letters by the default locale, which breaks it in a Turkish locale. */
    private static final List<String> LOCALE = List.of(
            "-Duser.language=en", "-Duser.country=US", "-Duser.script=", "-Duser.variant=", "-Duser.extensions=");

    private final RestartableProcess server;

    /** @param options of its JVM, beyond a small heap; its class path is that of this JVM */
    public LocalKafkaProcess(List<String> options) {
        int port = FreePort.any();
        DataDirectory data = DataDirectory.of(null, "kafka");
        List<String> command =
                new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
        command.addAll(LOCALE);
        command.addAll(SMALL);
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), KafkaMain.class.getName()));
        command.addAll(List.of(String.valueOf(port), data.path().toString()));
        // Where this JVM runs: a class path may be relative.
        Program program = new Program("Kafka", () -> command, Path.of("").toAbsolutePath(), KafkaMain.READY);
        server = new RestartableProcess(program, port, data);
    }

    /** Where clients connect: {@code 127.0.0.1:port}. The same before, during and after a stop. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port();
    }

    /** The port that clients connect to. */
    public int port() {
        return server.port();
    }

    /**
     * Starts the broker and returns when it takes records. Does nothing if it runs.
     *
     * @return this
     * @throws IllegalStateException if the port is taken, the broker does not come up, or it was closed
     */
    public LocalKafkaProcess start() {
        server.start();
        return this;
    }

    /** Shuts the broker down and keeps port and data. Does nothing if it does not run. */
    public void stop() {
        server.stop();
    }

    /**
     * Ends it as {@code kill -9} does. Acknowledged records are kept: they were written to the operating system, if not to the
     * disk.
     */
    public void kill() {
        server.kill();
    }

    /** Kills the broker and removes its data. */
    @Override
    public void close() {
        kill();
        server.close();
    }
}
