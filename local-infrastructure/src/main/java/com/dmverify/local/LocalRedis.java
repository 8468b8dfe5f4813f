package com.dmverify.local;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Redis 7 in a process of its own on 127.0.0.1. It may be stopped or killed and started again; port and data stay. It
 * ends with this JVM, even if that is killed. Thread-safe.
 */
public final class LocalRedis implements AutoCloseable {

    private final int port;
    private final DataDirectory data;
    private final List<String> arguments;
    private final CloseWithJvm closeWithJvm;
    private @Nullable ServerProcess process;
    private boolean closed;

    private LocalRedis(Builder builder) {
        port = FreePort.orAny(builder.port);
        data = DataDirectory.of(builder.dataDirectory, "redis");
        arguments = List.of(
                "--port", String.valueOf(port),
                "--bind", "127.0.0.1",
                "--save", "",
                "--appendonly", builder.appendOnly ? "yes" : "no",
                // Each write reaches the system before it is answered; the disk, within a second.
                "--appendfsync", "everysec",
                "--maxmemory-policy", "noeviction");
        closeWithJvm = CloseWithJvm.when(builder.closeWithJvm, this::close);
    }

    /** A Redis to be described. */
    public static Builder builder() {
        return new Builder();
    }

    /** The port on 127.0.0.1. The same before, during and after a stop. */
    public int port() {
        return port;
    }

    /** Its address as clients take it: {@code redis://127.0.0.1:port}. */
    public String uri() {
        return "redis://127.0.0.1:" + port;
    }

    /** Whether it was started and neither stopped nor killed since. */
    public synchronized boolean isRunning() {
        return process != null;
    }

    /**
     * Starts it and returns when it takes commands. Does nothing if it runs.
     *
     * @return this
     * @throws IllegalStateException if the port is taken, it does not come up, or it was closed
     */
    public synchronized LocalRedis start() {
        if (closed) {
            throw new IllegalStateException("This Redis was closed; build another one");
        }
        if (process == null) {
            FreePort.require("Redis", port);
            process = ServerProcess.start("Redis", program(), data.path(), "Ready to accept connections");
        }
        return this;
    }

    private List<String> program() {
        return Stream.concat(Stream.of(RedisBinary.path().toString()), arguments.stream())
                .toList();
    }

    /** Ends it in good order and keeps port and data. Does nothing if it does not run. */
    public synchronized void stop() {
        if (process != null) {
            process.terminate();
            process = null;
        }
    }

    /** Ends it as {@code kill -9} does. With the append-only file every write that was answered is still there. */
    public synchronized void kill() {
        if (process != null) {
            process.kill();
            process = null;
        }
    }

    /** Stops it and removes the data if the directory was a temporary one. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            stop();
            data.release();
            closeWithJvm.forget();
        }
    }

    synchronized long pid() {
        if (process == null) {
            throw new IllegalStateException("Redis does not run");
        }
        return process.pid();
    }

    /** Describes a Redis: a free port, a temporary directory and the append-only file on, unless told otherwise. */
    public static final class Builder {

        private int port;
        private @Nullable Path dataDirectory;
        private boolean appendOnly = true;
        private boolean closeWithJvm = true;

        private Builder() {}

        /** The port; 0 takes a free one, and keeps it. */
        public Builder port(int port) {
            this.port = port;
            return this;
        }

        /** Where the data stays, also after {@link #close()}; by default in a temporary directory that goes with it. */
        public Builder dataDirectory(Path dataDirectory) {
            this.dataDirectory = dataDirectory;
            return this;
        }

        /** Whether the data outlives a stop (append-only file, the product's way and the default) or only lives in memory. */
        public Builder appendOnly(boolean appendOnly) {
            this.appendOnly = appendOnly;
            return this;
        }

        /** False if the owner closes it himself, after its clients; by default a shutdown hook does. */
        public Builder closeWithJvm(boolean closeWithJvm) {
            this.closeWithJvm = closeWithJvm;
            return this;
        }

        /** The Redis, not yet started. */
        public LocalRedis build() {
            return new LocalRedis(this);
        }
    }
}
