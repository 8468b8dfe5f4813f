package com.dmverify.api.store;

import com.dmverify.api.HandMovedClock;
import com.dmverify.api.TestPolicy;
import com.dmverify.api.outbox.CommitObserver;
import com.dmverify.api.outbox.OutboxEntry;
import com.dmverify.api.redis.KeyHash;
import com.dmverify.api.redis.Shards;
import com.dmverify.api.verification.CancelResult;
import com.dmverify.api.verification.Change;
import com.dmverify.api.verification.CheckResult;
import com.dmverify.api.verification.DeliveryReport.Outcome;
import com.dmverify.api.verification.Moment;
import com.dmverify.api.verification.ResendResult;
import com.dmverify.api.verification.Target;
import com.dmverify.api.verification.TestVerifications;
import com.dmverify.api.verification.Verification;
import com.dmverify.api.verification.VerificationId;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** One verification in a store, and what a test does with it. */
abstract class StoreFixture {

    static final Duration TIME_OUT = Duration.ofSeconds(60);

    final HandMovedClock clock = new HandMovedClock();
    final SecureRandom random = new SecureRandom();
    final VerificationId id = VerificationId.random(random);
    final List<Change<?>> committed = new CopyOnWriteArrayList<>();
    final List<OutboxEntry> entries = new CopyOnWriteArrayList<>();
    final CommitObserver listener = (change, records) -> {
        committed.add(change);
        entries.addAll(records);
    };

    abstract VerificationStore store();

    /** The same store as another replica reaches it, over a connection of its own. */
    abstract VerificationStore elsewhere();

    abstract Kept kept(VerificationId verification);

    /** Removes the value. */
    abstract void lose(VerificationId verification);

    /** How many records may wait in each shard from now on. */
    abstract void limitOutbox(int most);

    final Moment now() {
        return new Moment(clock.instant(), TestPolicy.DEFAULT, null);
    }

    final Change<Verification> opening(VerificationId verification) {
        return Verification.open(TestVerifications.fresh(verification), now());
    }

    final CreateResult create(VerificationId verification, @Nullable RequestKey key) {
        return store().create(opening(verification), key).block(TIME_OUT);
    }

    final Verification open() {
        return verification(create(id, null));
    }

    final void openAndSend() {
        open();
        report(1, Outcome.SENT);
    }

    final void report(int dispatch, Outcome outcome) {
        store().update(
                        id,
                        verification -> verification.report(
                                TestVerifications.report(dispatch, outcome, null, clock.instant()), now()))
                .block(TIME_OUT);
    }

    final CheckResult check(String typed) {
        return checking(typed).block(TIME_OUT);
    }

    final Mono<CheckResult> checking(String typed) {
        return store().update(id, verification -> check(verification, typed));
    }

    final Change<CheckResult> check(Verification verification, String typed) {
        return verification.check(TestVerifications.isRight(typed), now());
    }

    final ResendResult resend(RequestKey key) {
        return resending(key).block(TIME_OUT);
    }

    final Mono<ResendResult> resending(RequestKey key) {
        return store().updateOnce(
                        id,
                        key,
                        verification -> verification.resend(false, TestVerifications.KEY_ID, now()),
                        ResendResult.Queued::new);
    }

    final void cancel(VerificationId verification) {
        store().<CancelResult>update(verification, found -> found.cancel(now())).block(TIME_OUT);
    }

    final Verification find(VerificationId verification) {
        return store().find(verification).block(TIME_OUT);
    }

    final List<VerificationId> due() {
        return store().due(Shards.of(id)).filter(id::equals).collectList().block(TIME_OUT);
    }

    /** A change without an event: X dated the handle so many milliseconds later. */
    final Change<Integer> renamed(Verification old, int later) {
        Target target = new Target(
                old.target().handle(), old.target().userId(), clock.instant().plusMillis(later));
        Verification next = new Verification(
                old.id(),
                old.request(),
                target,
                old.status(),
                old.reason(),
                old.delivery(),
                old.code(),
                old.challenge(),
                old.remaining(),
                old.sequence(),
                old.createdAt(),
                old.endedAt(),
                old.disputedAt());
        return new Change<>(old, next, List.of(), later);
    }

    /** The key of a request, unlike that of any other test. */
    final RequestKey key(String request) {
        return new RequestKey(KeyHash.of(request, id.value()), KeyHash.of(request));
    }

    /** A key in the shard of the verification. */
    static RequestKey keyOf(VerificationId verification) {
        String hash = KeyHash.of(verification.value());
        String shard = HexFormat.of().toHexDigits((short) Shards.of(verification));
        return new RequestKey(shard + hash.substring(4), hash);
    }

    static Verification verification(CreateResult result) {
        return switch (result) {
            case CreateResult.Created(Verification verification) -> verification;
            case CreateResult.Repeated(Verification verification) -> verification;
            case CreateResult.OtherRequest other -> throw new AssertionError(other.toString());
            case CreateResult.Gone gone -> throw new AssertionError(gone.toString());
            case CreateResult.OutboxFull full -> throw new AssertionError(full.toString());
        };
    }

    static <T> List<T> inParallel(int times, Supplier<Mono<T>> call) {
        return Flux.range(0, times)
                .flatMap(i -> Mono.defer(call).subscribeOn(Schedulers.parallel()), times)
                .collectList()
                .block(TIME_OUT);
    }
}
