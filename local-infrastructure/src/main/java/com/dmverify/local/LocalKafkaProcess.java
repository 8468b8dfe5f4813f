package com.dmverify.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@link LocalKafka} in a JVM of its own on 127.0.0.1, with a temporary directory. It may be stopped, or killed as {@code
 * kill -9} does, and started again; port and data stay. It ends with this JVM, even if that is killed. Thread-safe.
 */
public final class LocalKafkaProcess implements AutoCloseable {

    private static final List<String> SMALL = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final int port = FreePort.any();
    private final DataDirectory data = DataDirectory.of(null, "kafka");
    private final List<String> program;
    private @Nullable ServerProcess process;
    private boolean closed;

    /** @param options of its JVM, beyond a small heap; its class path is that of this JVM */
    public LocalKafkaProcess(List<String> options) {
        program =
                new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
        program.addAll(SMALL);
        program.addAll(options);
        program.addAll(List.of("-cp", System.getProperty("java.class.path"), KafkaMain.class.getName()));
        program.addAll(List.of(String.valueOf(port), data.path().toString()));
    }

    /** Where clients connect: {@code 127.0.0.1:port}. The same before, during and after a stop. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** The port that clients connect to. */
    public int port() {
        return port;
    }

    /**
     * Starts the broker and returns when it takes records. Does nothing if it runs.
     *
     * @return this
     * @throws IllegalStateException if the port is taken, the broker does not come up, or it was closed
     */
    public synchronized LocalKafkaProcess start() {
        if (closed) {
            throw new IllegalStateException("This Kafka was closed; build another one");
        }
        if (process == null) {
            FreePort.require("Kafka", port);
            process = ServerProcess.start("Kafka", program, Path.of("").toAbsolutePath(), KafkaMain.READY);
        }
        return this;
    }

    /** Stops the broker in good order and keeps port and data. Does nothing if it does not run. */
    public synchronized void stop() {
        if (process != null) {
            process.terminate();
            process = null;
        }
    }

    /**
     * Ends it as {@code kill -9} does. What it acknowledged is still there: it was handed to the system, which outlives the
     * process, if not to the disk.
     */
    public synchronized void kill() {
        if (process != null) {
            process.kill();
            process = null;
        }
    }

    /** Kills the broker and removes its data. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            kill();
            data.release();
        }
    }
}
