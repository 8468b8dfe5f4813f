package com.dmverify.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.cli.story.Http;
import com.dmverify.guarantees.deployment.Brand;
import com.dmverify.guarantees.deployment.Deployment;
import com.dmverify.guarantees.evidence.SandboxRecording;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Keeps a number of orders of each brand waiting: starts one verification for each message that X has accepted. */
final class Backlog implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    /** Concurrent requests. */
    private static final int AT_A_TIME = 16;
    /** X users that one control call creates. */
    private static final int PEOPLE = 2_000;

    private final Deployment deployment;
    private final SandboxRecording x;
    private final int waiting;
    private final Map<Brand, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final Map<Brand, Http> apis = new ConcurrentHashMap<>();
    private final AtomicInteger people = new AtomicInteger();
    private final Collection<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final ExecutorService executor = Executors.newFixedThreadPool(AT_A_TIME);
    private final Thread refill;
    private volatile boolean closed;

    private Backlog(Deployment deployment, SandboxRecording x, int waiting) {
        this.deployment = deployment;
        this.x = x;
        this.waiting = waiting;
        Brand.ALL.forEach(brand -> {
            asked.put(brand, new AtomicInteger());
            apis.put(brand, deployment.api(brand));
        });
        refill = Thread.ofPlatform().daemon().name("backlog").unstarted(this::refill);
    }

    /** Starts to refill the backlog of each brand to this size, until it is closed. */
    static Backlog of(Deployment deployment, SandboxRecording x, int waiting) {
        Backlog backlog = new Backlog(deployment, x, waiting);
        backlog.refill.start();
        return backlog;
    }

    /** Fails if a request of the refill failed. */
    void isWhole() {
        assertThat(failures).isEmpty();
    }

    private void refill() {
        try {
            while (!closed) {
                Brand.ALL.forEach(this::refill);
                LockSupport.parkNanos(LOOK_EVERY.toNanos());
            }
        } catch (RuntimeException | AssertionError e) {
            failures.add(e);
        }
    }

    private void refill(Brand brand) {
        AtomicInteger soFar = Objects.requireNonNull(asked.get(brand));
        Http api = Objects.requireNonNull(apis.get(brand));
        long sent = x.dms().stream().filter(dm -> dm.from().equals(brand.id())).count();
        while (soFar.get() - sent < waiting) {
            String handle = newHandle();
            soFar.incrementAndGet();
            executor.execute(() -> asks(handle, api));
        }
    }

    /** Returns the handle of a person for whom no verification was started yet. */
    private String newHandle() {
        int number = people.getAndIncrement();
        int batch = number / PEOPLE;
        if (number % PEOPLE == 0) {
            deployment
                    .sandbox()
                    .post("/sandbox/users/bulk", "{\"count\": " + PEOPLE + ", \"prefix\": \"b" + batch + "_\"}");
        }
        return "@b" + batch + "_" + (number % PEOPLE + 1);
    }

    private void asks(String handle, Http api) {
        try {
            assertThat(api.post("/v1/verifications", "{\"target\": {\"handle\": \"" + handle + "\"}}")
                            .status())
                    .isEqualTo(202);
        } catch (RuntimeException | AssertionError e) {
            if (!closed) {
                failures.add(e);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        executor.shutdownNow();
    }
}
