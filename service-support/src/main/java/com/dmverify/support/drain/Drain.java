package com.dmverify.support.drain;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;

/**
 * The first step of a shutdown: readiness refuses traffic, and each answer closes its connection, so that clients move to
 * other replicas before the server stops. A server that stops without it loses the request that a client sends on an idle
 * keep-alive connection in the same moment (RFC 9112, section 9.3.1).
 */
final class Drain implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Drain.class);

    private final Duration time;
    private final ApplicationEventPublisher events;
    private volatile boolean running;
    private volatile boolean draining;

    Drain(DrainProperties properties, ApplicationEventPublisher events) {
        this.time = properties.drain();
        this.events = events;
    }

    /** Whether the service was told to end. */
    boolean isDraining() {
        return draining;
    }

    @Override
    public void start() {
        draining = false;
        running = true;
    }

    @Override
    public void stop(Runnable done) {
        draining = true;
        running = false;
        AvailabilityChangeEvent.publish(events, this, ReadinessState.REFUSING_TRAFFIC);
        if (time.isZero()) {
            done.run();
            return;
        }
        log.atInfo().addKeyValue("drain", time).log("shutdown.draining");
        CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS)
                .execute(done);
    }

    @Override
    public void stop() {
        draining = true;
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before everything else stops. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
