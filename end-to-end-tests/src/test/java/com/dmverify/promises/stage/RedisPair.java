package com.dmverify.promises.stage;

import static org.awaitility.Awaitility.await;

import com.dmverify.local.LocalRedis;
import com.dmverify.local.testing.FreezingProxy;
import java.time.Duration;

/** A master and its replica behind one address. They change roles in a failover, and the address follows. Thread-safe. */
public final class RedisPair implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final FreezingProxy address;
    private LocalRedis master = LocalRedis.builder().closeWithJvm(false).build();
    private LocalRedis replica = LocalRedis.builder().closeWithJvm(false).build();

    RedisPair() {
        address = FreezingProxy.before(master.port());
    }

    /** Of the master; the same after a failover. */
    public int port() {
        return address.port();
    }

    /** Its address as clients take it. */
    public String uri() {
        return "redis://127.0.0.1:" + port();
    }

    /** Starts what does not run. */
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
     * The replica becomes the master and the master its replica, in good order: nothing is lost. Whoever is connected stays
     * with the old one, which answers {@code READONLY} from then on; new connections find the new one.
     */
    public synchronized void failover() {
        replica.replicateFrom(master);
        // Refused until the master, too, has noticed that its replica is complete.
        await("the failover to begin")
                .atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(IllegalStateException.class)
                .until(() -> master.command("FAILOVER").equals("OK"));
        await("the replica to be the master")
                .atMost(PATIENCE)
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
