package com.dmverify.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka broker inside this JVM: one KRaft node on 127.0.0.1, not a simulation. It may be stopped and started again; port
 * and data stay. Thread-safe.
 *
 * <p>It logs through SLF4J as {@code kafka}, {@code org.apache.kafka} and {@code state.change.logger}.
 */
public final class LocalKafka implements AutoCloseable {

    private final int port;
    private final int controllerPort = FreePort.any();
    private final DataDirectory data;
    private final Map<String, String> settings;
    private final CloseWithJvm closeWithJvm;
    private @Nullable KafkaRaftServer server;
    private boolean closed;

    private LocalKafka(Builder builder) {
        port = FreePort.orAny(builder.port);
        data = DataDirectory.of(builder.dataDirectory, "kafka");
        settings = Map.copyOf(builder.settings);
        closeWithJvm = CloseWithJvm.when(builder.closeWithJvm, this::close);
    }

    /** Configures a broker. */
    public static Builder builder() {
        return new Builder();
    }

    /** Where clients connect: {@code 127.0.0.1:port}. The same before, during and after a stop. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** The port that clients connect to. */
    public int port() {
        return port;
    }

    /** Whether it was started and not stopped since. */
    public synchronized boolean isRunning() {
        return server != null;
    }

    /**
     * Starts the broker and returns when it takes records. Does nothing if it runs.
     *
     * @return this
     * @throws IllegalStateException if the port is taken, the broker does not come up, or it was closed
     */
    public synchronized LocalKafka start() {
        if (closed) {
            throw new IllegalStateException("This Kafka was closed; build another one");
        }
        if (server == null) {
            FreePort.require("Kafka", port);
            server = started();
        }
        return this;
    }

    /** Shuts the broker down and keeps port and data. Does nothing if it does not run. */
    public synchronized void stop() {
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
            server = null;
        }
    }

    /** Stops the broker and removes the data if the directory was a temporary one. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            stop();
            data.release();
            closeWithJvm.forget();
        }
    }

    private KafkaRaftServer started() {
        KafkaRaftServer fresh = null;
        try {
            formatOnce();
            Map<String, String> properties = BrokerProperties.of(port, controllerPort, data, settings);
            fresh = new KafkaRaftServer(new KafkaConfig(properties), Time.SYSTEM);
            fresh.startup();
            return fresh;
        } catch (Exception e) {
            if (fresh != null) {
                fresh.shutdown();
            }
            throw new IllegalStateException("Kafka did not start on port " + port + " with data in " + data.path(), e);
        }
    }

    private void formatOnce() throws Exception {
        if (data.has("meta.properties")) {
            return;
        }
        String directory = data.path().toString();
        new Formatter()
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(Integer.parseInt(BrokerProperties.NODE))
                .setDirectories(Set.of(directory))
                .setMetadataLogDirectory(directory)
                .setControllerListenerName(BrokerProperties.CONTROLLER)
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8))
                .run();
    }

    /** Configures a broker. Defaults: a free port, a temporary directory, 4 partitions for a new topic. */
    public static final class Builder {

        private int port;
        private @Nullable Path dataDirectory;
        private boolean closeWithJvm = true;
        private final Map<String, String> settings = new HashMap<>(Map.of("num.partitions", "4"));

        private Builder() {}

        /** The port for clients; 0 takes a free one, and keeps it. */
        public Builder port(int port) {
            this.port = port;
            return this;
        }

        /** The directory of the data, kept after {@link #close()}; by default a temporary one that is removed. */
        public Builder dataDirectory(Path dataDirectory) {
            this.dataDirectory = dataDirectory;
            return this;
        }

        /** The number of partitions of a topic that is created by its first use. */
        public Builder partitions(int partitions) {
            return setting("num.partitions", String.valueOf(partitions));
        }

        /** Any setting of the broker, by Kafka's name. */
        public Builder setting(String name, String value) {
            settings.put(name, value);
            return this;
        }

        /** False if the caller closes the server after its clients; by default a shutdown hook closes it. */
        public Builder closeWithJvm(boolean closeWithJvm) {
            this.closeWithJvm = closeWithJvm;
            return this;
        }

        /** The broker, not yet started. */
        public LocalKafka build() {
            return new LocalKafka(this);
        }
    }
}
