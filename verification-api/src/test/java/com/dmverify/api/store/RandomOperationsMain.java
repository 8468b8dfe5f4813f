package com.dmverify.api.store;

import com.dmverify.api.HandMovedClock;
import com.dmverify.api.redis.Redis;
import com.dmverify.api.verification.VerificationId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** A process that operates on a store until it is killed, or its parent has ended, or 10⁶ operations are done. */
final class RandomOperationsMain {

    static final String CLIENT = "random-operations";

    /** Printed after each {@link #OPERATIONS_A_LINE} operations. */
    static final String LINE = "operated";

    static final int OPERATIONS_A_LINE = 50;

    private static final int MOST = 1_000_000;

    private RandomOperationsMain() {}

    /**
     * Operates.
     *
     * @param args port of Redis, seed, hours after the beginning, ids of verifications that are there
     */
    public static void main(String[] args) throws Exception {
        Thread.ofPlatform().daemon().start(RandomOperationsMain::endWithParent);
        LettuceConnectionFactory connection = RedisStores.connect(Integer.parseInt(args[0]), CLIENT);
        HandMovedClock clock = new HandMovedClock();
        clock.advance(Duration.ofHours(Integer.parseInt(args[2])));
        List<VerificationId> existing =
                Stream.of(args).skip(3).map(VerificationId::new).toList();
        AtomicInteger operations = new AtomicInteger();
        VerificationStore store = RedisStores.on(new Redis(connection), (change, entries) -> {}, clock);
        new RandomOperations(store, clock, Long.parseLong(args[1]), existing).run(MOST, random -> {
            if (operations.incrementAndGet() % OPERATIONS_A_LINE == 0) {
                System.out.println(LINE);
            }
        });
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                // The parent writes nothing: only its end is waited for.
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Runtime.getRuntime().halt(1);
        }
    }
}
