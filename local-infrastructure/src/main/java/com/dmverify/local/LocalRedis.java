package com.dmverify.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Redis 7 in a process of its own on 127.0.0.1. It may be stopped or killed and started again; port and data stay. It
 * ends with this JVM, even if that is killed. Thread-safe.
 */
public final class LocalRedis implements AutoCloseable {

    private final RestartableProcess server;
    private final CloseWithJvm closeWithJvm;
    private final @Nullable String password;
    private final boolean cluster;

    private LocalRedis(Builder builder) {
        int port = FreePort.orAny(builder.port);
        DataDirectory data = DataDirectory.of(builder.dataDirectory, "redis");
        List<String> arguments = new ArrayList<>(List.of(
                "--port", String.valueOf(port),
                "--bind", "127.0.0.1",
                "--save", "",
                "--appendonly", builder.appendOnly ? "yes" : "no",
                // Each write reaches the operating system before it is answered, so it survives a killed process. Only
                // the crash
                // of the machine needs fsync, and with it Redis blocks for seconds while a busy disk is slow.
                "--appendfsync", "no",
                "--maxmemory-policy", "noeviction",
                // A test needs the replica at once, not after the default five seconds.
                "--repl-diskless-sync-delay", "0"));
        builder.settings.forEach((name, value) -> arguments.addAll(List.of("--" + name, value)));
        password = builder.settings.get("requirepass");
        cluster = "yes".equals(builder.settings.get("cluster-enabled"));
        Program program = new Program("Redis", () -> command(arguments), data.path(), "Ready to accept connections");
        server = new RestartableProcess(program, port, data);
        closeWithJvm = CloseWithJvm.when(builder.closeWithJvm, server::close);
    }

    private static List<String> command(List<String> arguments) {
        return Stream.concat(Stream.of(RedisBinary.path().toString()), arguments.stream())
                .toList();
    }

    /** Configures a Redis. */
    public static Builder builder() {
        return new Builder();
    }

    /** The port on 127.0.0.1. The same before, during and after a stop. */
    public int port() {
        return server.port();
    }

    /** Its address as clients take it: {@code redis://127.0.0.1:port}. */
    public String uri() {
        return "redis://127.0.0.1:" + port();
    }

    /** Whether it was started and neither stopped nor killed since. */
    public boolean isRunning() {
        return server.isRunning();
    }

    /**
     * Starts it and returns when it takes commands. Does nothing if it runs.
     *
     * @return this
     * @throws IllegalStateException if the port is taken, it does not come up, or it was closed
     */
    public LocalRedis start() {
        server.start();
        if (cluster) {
            takeAllSlots();
        }
        return this;
    }

    /**
     * Sends one command and returns the answer's text; the values of a list are separated by line feeds.
     *
     * @throws IllegalStateException if it answers with an error, whose text is the message, or does not answer
     */
    public String command(String... words) {
        return RedisCommand.send(port(), password, words);
    }

    /** Makes it a replica of this master, and returns when both hold the same. Writes to it answer {@code READONLY} then. */
    public LocalRedis replicateFrom(LocalRedis master) {
        command("REPLICAOF", "127.0.0.1", String.valueOf(master.port()));
        RedisCommand.await(
                "the replica holds what its master does",
                () -> command("INFO", "replication").contains("master_link_status:up"));
        return this;
    }

    /** Makes it a master, as a failover does. Writes that had not reached it are lost. */
    public void promote() {
        command("REPLICAOF", "NO", "ONE");
    }

    private void takeAllSlots() {
        if (command("CLUSTER", "INFO").contains("cluster_slots_assigned:0")) {
            command("CLUSTER", "ADDSLOTSRANGE", "0", "16383");
        }
        RedisCommand.await("the cluster is up", () -> command("CLUSTER", "INFO").contains("cluster_state:ok"));
    }

    /** Shuts Redis down and keeps port and data. Does nothing if it does not run. */
    public void stop() {
        server.stop();
    }

    /** Ends it as {@code kill -9} does. With the append-only file every write that was answered is still there. */
    public void kill() {
        server.kill();
    }

    /** Stops it and removes the data if the directory was a temporary one. */
    @Override
    public void close() {
        server.close();
        closeWithJvm.forget();
    }

    long pid() {
        return server.pid();
    }

    /** Configures a Redis. Defaults: a free port, a temporary directory, the append-only file on. */
    public static final class Builder {

        private int port;
        private @Nullable Path dataDirectory;
        private boolean appendOnly = true;
        private boolean closeWithJvm = true;
        private final Map<String, String> settings = new LinkedHashMap<>();

        private Builder() {}

        /** The port; 0 takes a free one, and keeps it. */
        public Builder port(int port) {
            this.port = port;
            return this;
        }

        /** The directory of the data, kept after {@link #close()}; by default a temporary one that is removed. */
        public Builder dataDirectory(Path dataDirectory) {
            this.dataDirectory = dataDirectory;
            return this;
        }

        /** Whether an append-only file keeps the data over a stop (as in production, the default) or only memory holds it. */
        public Builder appendOnly(boolean appendOnly) {
            this.appendOnly = appendOnly;
            return this;
        }

        /** False if the caller closes the server after its clients; by default a shutdown hook closes it. */
        public Builder closeWithJvm(boolean closeWithJvm) {
            this.closeWithJvm = closeWithJvm;
            return this;
        }

        /** Asks clients for this password. */
        public Builder password(String password) {
            return setting("requirepass", password).setting("masterauth", password);
        }

        /** A cluster of one master that holds all slots: keys of different slots cannot be used together. */
        public Builder cluster() {
            return setting("cluster-enabled", "yes");
        }

        /** A setting of {@code redis.conf}, such as {@code maxmemory}. */
        public Builder setting(String name, String value) {
            settings.put(name, value);
            return this;
        }

        /** The Redis, not yet started. */
        public LocalRedis build() {
            return new LocalRedis(this);
        }
    }
}
