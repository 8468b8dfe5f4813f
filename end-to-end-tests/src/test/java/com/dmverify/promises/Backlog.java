package com.dmverify.promises;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.allinone.Http;
import com.dmverify.promises.evidence.XRecord;
import com.dmverify.promises.stage.Brand;
import com.dmverify.promises.stage.Stage;
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

/** Keeps a number of orders of each brand waiting: asks for as many as X has accepted since. */
final class Backlog implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    /** Requests at a time. */
    private static final int AT_A_TIME = 16;
    /** Made on X in one call. */
    private static final int PEOPLE = 2_000;

    private final Stage stage;
    private final XRecord x;
    private final int waiting;
    private final Map<Brand, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final Map<Brand, Http> apis = new ConcurrentHashMap<>();
    private final AtomicInteger people = new AtomicInteger();
    private final Collection<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final ExecutorService hands = Executors.newFixedThreadPool(AT_A_TIME);
    private final Thread refill;
    private volatile boolean closed;

    private Backlog(Stage stage, XRecord x, int waiting) {
        this.stage = stage;
        this.x = x;
        this.waiting = waiting;
        Brand.ALL.forEach(brand -> {
            asked.put(brand, new AtomicInteger());
            apis.put(brand, stage.api(brand));
        });
        refill = Thread.ofPlatform().daemon().name("backlog").unstarted(this::refill);
    }

    /** So many of each brand; refilled until it is closed. */
    static Backlog of(Stage stage, XRecord x, int waiting) {
        Backlog backlog = new Backlog(stage, x, waiting);
        backlog.refill.start();
        return backlog;
    }

    /** Fails with what went wrong while it was refilled. */
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
            String handle = somebody();
            soFar.incrementAndGet();
            hands.execute(() -> asks(handle, api));
        }
    }

    /** The handle of a person who was not yet asked for. */
    private String somebody() {
        int number = people.getAndIncrement();
        int batch = number / PEOPLE;
        if (number % PEOPLE == 0) {
            stage.sandbox().post("/sandbox/users/bulk", "{\"count\": " + PEOPLE + ", \"prefix\": \"b" + batch + "_\"}");
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
        hands.shutdownNow();
    }
}
