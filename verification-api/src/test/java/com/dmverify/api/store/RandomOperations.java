package com.dmverify.api.store;

import com.dmverify.api.HandMovedClock;
import com.dmverify.api.TestPolicy;
import com.dmverify.api.failure.TransientFailure;
import com.dmverify.api.redis.KeyHash;
import com.dmverify.api.store.CreateResult.Created;
import com.dmverify.api.verification.Change;
import com.dmverify.api.verification.Contact;
import com.dmverify.api.verification.DeliveryReport;
import com.dmverify.api.verification.DeliveryReport.Outcome;
import com.dmverify.api.verification.Handle;
import com.dmverify.api.verification.Mode;
import com.dmverify.api.verification.Moment;
import com.dmverify.api.verification.OptOut;
import com.dmverify.api.verification.Proof;
import com.dmverify.api.verification.TestVerifications;
import com.dmverify.api.verification.UserId;
import com.dmverify.api.verification.Verification;
import com.dmverify.api.verification.VerificationId;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Random operations on 20 verifications of a store, from 8 threads. An ended verification is replaced by a new one after some
 * more operations on it.
 */
final class RandomOperations {

    static final int THREADS = 8;
    static final int VERIFICATIONS = 20;

    private static final Duration TIME_OUT = Duration.ofSeconds(60);
    private static final List<Mode> MODES = List.of(Mode.values());

    private final VerificationStore store;
    private final HandMovedClock clock;
    private final long seed;
    private final SecureRandom ids = new SecureRandom();
    private final AtomicReferenceArray<VerificationId> current = new AtomicReferenceArray<>(VERIFICATIONS);

    /** @param existing the first of the 20, as far as there are any */
    RandomOperations(VerificationStore store, HandMovedClock clock, long seed, List<VerificationId> existing) {
        this.store = store;
        this.clock = clock;
        this.seed = seed;
        for (int i = 0; i < Math.min(VERIFICATIONS, existing.size()); i++) {
            current.set(i, existing.get(i));
        }
    }

    /**
     * Runs so many operations. One that fails because the store is away is given up; the next one waits until it is back.
     *
     * @param before runs before each operation
     */
    void run(int operations, Consumer<Random> before) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> running = IntStream.range(0, THREADS)
                    .<Future<?>>mapToObj(thread ->
                            threads.submit(() -> run(new Random(seed + thread), operations / THREADS, before)))
                    .toList();
            for (Future<?> thread : running) {
                thread.get();
            }
        }
    }

    private void run(Random random, int operations, Consumer<Random> before) {
        for (int i = 0; i < operations; i++) {
            before.accept(random);
            try {
                operate(random, random.nextInt(VERIFICATIONS));
            } catch (ConflictException e) {
                // The caller is told to try again, and nothing has changed.
            } catch (RuntimeException e) {
                if (!TransientFailure.isCauseOf(e)) {
                    throw e;
                }
                awaitStore();
            }
        }
    }

    private void awaitStore() {
        store.find(VerificationId.random(ids))
                .retryWhen(Retry.fixedDelay(6_000, Duration.ofMillis(10)).filter(TransientFailure::isCauseOf))
                .block(TIME_OUT);
    }

    private void operate(Random random, int slot) {
        VerificationId id = current.get(slot);
        boolean ended = id == null || Boolean.TRUE.equals(operation(random, id).block(TIME_OUT));
        if (id == null || (ended && random.nextInt(3) == 0)) {
            open(random, slot);
        }
    }

    private void open(Random random, int slot) {
        RequestKey key = key("open", String.valueOf(random.nextInt(1000)));
        VerificationId id = key.newId(ids);
        Mode mode = MODES.get(random.nextInt(MODES.size()));
        Change<Verification> opened =
                Verification.open(TestVerifications.fresh(id, TestVerifications.request(mode)), now());
        if (store.create(opened, random.nextBoolean() ? key : null).block(TIME_OUT) instanceof Created) {
            current.set(slot, id);
        }
    }

    /** Answers whether the verification has ended. */
    private Mono<Boolean> operation(Random random, VerificationId id) {
        int dice = random.nextInt(100);
        int small = random.nextInt(4);
        Moment now = now();
        if (dice < 12) {
            return update(id, verification -> verification.check(TestVerifications.isRight("wrong"), now));
        } else if (dice < 16) {
            return update(id, verification -> verification.check(code -> true, now));
        } else if (dice < 40) {
            return report(id, Outcome.SENT, null, small, now);
        } else if (dice < 48) {
            return report(id, Outcome.REFUSED, DeliveryReport.TARGET_CLOSED, small, now);
        } else if (dice < 51) {
            Outcome[] others = {Outcome.REFUSED, Outcome.DEADLINE_MISSED, Outcome.WITHDRAWN, Outcome.WITHDRAWN};
            return report(id, others[small], small == 3 ? "opted_out" : "other", small, now);
        } else if (dice < 62) {
            return update(id, verification -> verification.resume("followed", now.now(), now));
        } else if (dice < 63) {
            Instant said = now.now().minusSeconds(small * 60L);
            return update(id, verification -> verification.optOut(new OptOut(OptOut.Kind.DECLINED, said), now));
        } else if (dice < 72) {
            return update(id, verification -> verification.resend(false, "k2", now));
        } else if (dice < 80) {
            return resendWithKey(id, small, now);
        } else if (dice < 81) {
            return update(id, verification -> verification.cancel(now));
        } else if (dice < 88) {
            return update(id, verification -> verification.expire(now));
        } else if (dice < 92) {
            return prove(id, small, now);
        }
        clock.advance(Duration.ofMillis(random.nextInt(20_000)));
        return Mono.just(false);
    }

    private Mono<Boolean> report(VerificationId id, Outcome outcome, String reason, int late, Moment now) {
        return update(id, verification -> {
            int last = verification.delivery().order().dispatch();
            int dispatch = late == 0 ? last - 1 : last;
            return verification.report(TestVerifications.report(dispatch, outcome, reason, now.now()), now);
        });
    }

    /** By the claimed person, by a stranger, or by a person whom X does not name. */
    private Mono<Boolean> prove(VerificationId id, int who, Moment now) {
        Contact with =
                new Contact(TestVerifications.BRAND.userId(), who == 0 ? TestVerifications.ALICE : new UserId("77"));
        Handle handle = who == 3 ? null : new Handle(who == 0 ? "alice" : "mallory");
        return update(id, verification -> verification.prove(new Proof(with, handle, now.now(), null), now));
    }

    private Mono<Boolean> resendWithKey(VerificationId id, int number, Moment now) {
        String name = StoreFixture.keyOf(id).name();
        String hash = KeyHash.of(id.value(), String.valueOf(number));
        RequestKey key = new RequestKey(name.substring(0, 4) + hash.substring(4), hash);
        return store.updateOnce(
                id,
                key,
                verification -> ended(verification.resend(false, "k2", now)),
                verification -> verification.status().isTerminal());
    }

    private Mono<Boolean> update(VerificationId id, Function<Verification, Change<?>> rule) {
        return store.update(id, verification -> ended(rule.apply(verification)));
    }

    private static Change<Boolean> ended(Change<?> change) {
        return new Change<>(
                change.before(),
                change.after(),
                change.events(),
                change.after().status().isTerminal());
    }

    private static RequestKey key(String... parts) {
        return new RequestKey(KeyHash.of(parts), KeyHash.of(parts));
    }

    private Moment now() {
        return new Moment(clock.instant(), TestPolicy.DEFAULT, null);
    }
}
