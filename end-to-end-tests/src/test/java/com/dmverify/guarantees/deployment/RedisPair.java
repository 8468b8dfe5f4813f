package com.dmverify.guarantees.deployment;

import static org.awaitility.Awaitility.await;

import com.dmverify.local.LocalRedis;
import com.dmverify.local.testing.FreezingProxy;
import java.time.Duration;

/** A Redis master and its replica behind one address, which follows the master in a failover. Thread-safe. */
public final class RedisPair implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final FreezingProxy address;
    private LocalRedis master = LocalRedis.builder().closeWithJvm(false).build();
    private LocalRedis replica = LocalRedis.builder().closeWithJvm(false).build();

    RedisPair() {
        address = FreezingProxy.before(master.port());
    }

    /** The port that leads to the master, also after a failover. */
    public int port() {
        return address.port();
    }

    /** The address as a Redis URI. */
    public String uri() {
        return "redis://127.0.0.1:" + port();
    }

    /** Starts master and replica unless they run. */
    public synchronized void start() {
        master.start();
        if (!replica.isRunning()) {
            replica.start().replicateFrom(master);
        }
    }

    /** {@code kill -9} of the master. */
    public synchronized void kill() {
        master.kill();
    }

    public synchronized void stop() {
        master.stop();
    }

    /**
     * Promotes the replica without loss. Existing connections stay with the old master, which answers {@code READONLY} from
     * then on; new connections lead to the new one.
     */
    public synchronized void failover() {
        replica.replicateFrom(master);
        // The master rejects the command until it knows that its replica is complete.
        await("the failover to begin")
                .atMost(TIMEOUT)
                .ignoreExceptionsInstanceOf(IllegalStateException.class)
                .until(() -> master.command("FAILOVER").equals("OK"));
        await("the replica to be the master")
                .atMost(TIMEOUT)
                .until(() -> replica.command("ROLE").startsWith("master"));
        LocalRedis promoted = replica;
        replica = master;
        master = promoted;
        address.forwardTo(master.port());
    }

    @Override
    public synchronized void close() {
        address.close();
        replica.close();
        master.close();
    }
}
