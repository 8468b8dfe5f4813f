package com.dmverify.api.store;

import static com.dmverify.api.verification.TestVerifications.LIFE;
import static com.dmverify.api.verification.TestVerifications.RIGHT;
import static com.dmverify.api.verification.TestVerifications.WRONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dmverify.api.failure.TransientFailure;
import com.dmverify.api.store.CreateResult.Created;
import com.dmverify.api.store.CreateResult.Gone;
import com.dmverify.api.store.CreateResult.OtherRequest;
import com.dmverify.api.store.CreateResult.OutboxFull;
import com.dmverify.api.store.CreateResult.Repeated;
import com.dmverify.api.verification.Change;
import com.dmverify.api.verification.CheckResult;
import com.dmverify.api.verification.DeliveryReport.Outcome;
import com.dmverify.api.verification.ResendResult;
import com.dmverify.api.verification.Status;
import com.dmverify.api.verification.Verification;
import com.dmverify.api.verification.VerificationId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of verifications does. */
abstract class VerificationStoreContract extends StoreFixture {

    private static final Duration COOL_DOWN = Duration.ofSeconds(60);

    @Test
    void aVerificationIsFoundAsItWasOpened() {
        Verification opened = open();

        assertThat(find(id)).isEqualTo(opened);
    }

    @Test
    void aVerificationThatIsNotThereHasNoChanges() {
        AtomicInteger runs = new AtomicInteger();

        Optional<Integer> result = store().update(id, verification -> {
                    runs.incrementAndGet();
                    return Change.none(verification, 1);
                })
                .blockOptional(TIME_OUT);

        assertThat(result).isEmpty();
        assertThat(runs).hasValue(0);
        assertThat(store().find(id).blockOptional(TIME_OUT)).isEmpty();
    }

    @Test
    void oneRequestWithAKeyOpensOneVerification() {
        RequestKey key = key("request");

        List<CreateResult> results = inParallel(200, () -> store().create(opening(key.newId(random)), key));

        assertThat(results.stream().filter(Created.class::isInstance)).hasSize(1);
        assertThat(results.stream().map(StoreFixture::verification).distinct()).hasSize(1);
        assertThat(committed).hasSize(1);
        assertThat(kept(verification(results.getFirst()).id()).records()).hasSize(2);
    }

    @Test
    void anotherRequestWithTheKeyOpensNothing() {
        RequestKey key = key("request");
        Verification first = verification(create(key.newId(random), key));
        RequestKey other = new RequestKey(key.name(), key("another request").fingerprint());
        VerificationId second = key.newId(random);

        assertThat(create(second, other)).isEqualTo(new OtherRequest());

        assertThat(store().find(second).blockOptional(TIME_OUT)).isEmpty();
        assertThat(store().look(other).block(TIME_OUT)).isEqualTo(new OtherRequest());
        assertThat(store().look(key).block(TIME_OUT)).isEqualTo(new Repeated(first));
    }

    @Test
    void anErasedVerificationIsGoneAndItsKeyStaysUsed() {
        RequestKey key = key("request");
        VerificationId erased = key.newId(random);
        create(erased, key);

        store().erase(erased).block(TIME_OUT);

        assertThat(store().find(erased).blockOptional(TIME_OUT)).isEmpty();
        assertThat(kept(erased).deadline()).isNull();
        assertThat(create(key.newId(random), key)).isEqualTo(new Gone());
    }

    @Test
    void aKeyThatWasNotUsedStandsForNothing() {
        assertThat(store().look(key("request")).blockOptional(TIME_OUT)).isEmpty();
    }

    @Test
    void aRepeatedRequestFindsTheVerificationAsItIsNow() {
        RequestKey key = key("request");
        VerificationId first = key.newId(random);
        create(first, key);
        cancel(first);

        CreateResult again = create(key.newId(random), key);

        assertThat(again).isEqualTo(new Repeated(find(first)));
        assertThat(verification(again).status()).isEqualTo(Status.CANCELED);
    }

    @Test
    void aRepeatedRequestOpensNothingAfterItsVerificationIsGone() {
        RequestKey key = key("request");
        VerificationId first = key.newId(random);
        create(first, key);
        lose(first);

        assertThat(create(key.newId(random), key)).isEqualTo(new Gone());
        assertThat(store().look(key).block(TIME_OUT)).isEqualTo(new Gone());
    }

    @Test
    void aResendWithAKeySendsOnce() {
        openAndSend();
        clock.advance(COOL_DOWN);
        RequestKey key = keyOf(id);
        assertThat(resend(key)).isInstanceOf(ResendResult.Queued.class);
        report(2, Outcome.SENT);
        clock.advance(COOL_DOWN);

        ResendResult again = resend(key);

        assertThat(again).isEqualTo(new ResendResult.Queued(find(id)));
        assertThat(find(id).delivery().order().dispatch()).isEqualTo(2);
    }

    @Test
    void aRepeatedResendIsServedAlsoWhileItsMessageIsQueued() {
        openAndSend();
        clock.advance(COOL_DOWN);
        RequestKey key = keyOf(id);

        List<ResendResult> results = inParallel(40, () -> resending(key));

        assertThat(results).hasOnlyElementsOfType(ResendResult.Queued.class);
        assertThat(find(id).delivery().order().dispatch()).isEqualTo(2);
    }

    @Test
    void aResendThatIsRefusedUsesNoKey() {
        openAndSend();
        RequestKey key = keyOf(id);
        assertThat(resend(key)).isInstanceOf(ResendResult.CoolDown.class);
        clock.advance(COOL_DOWN);

        assertThat(resend(key)).isInstanceOf(ResendResult.Queued.class);
    }

    @Test
    void parallelWrongCodesAreCountedOneByOne() {
        openAndSend();

        List<CheckResult> results = inParallel(40, () -> checking(WRONG));

        assertThat(results.stream().filter(CheckResult.Incorrect.class::isInstance))
                .hasSize(5);
        assertThat(results.stream().filter(CheckResult.Ended.class::isInstance)).hasSize(35);
    }

    @Test
    void parallelRightCodesAreAcceptedOnce() {
        openAndSend();

        List<CheckResult> results = inParallel(40, () -> checking(RIGHT));

        assertThat(results.stream().filter(CheckResult.Approved.class::isInstance))
                .hasSize(1);
    }

    @Test
    void aResultIsKnownAfterItsCommit() {
        openAndSend();
        int before = committed.size();

        int committedAtTheResult =
                checking(WRONG).map(result -> committed.size()).block(TIME_OUT);

        assertThat(committedAtTheResult).isEqualTo(before + 1);
    }

    @Test
    void aRuleThatChangesNothingCommitsNothing() {
        openAndSend();
        int before = committed.size();

        report(1, Outcome.REFUSED);

        assertThat(committed).hasSize(before);
        assertThat(kept(id).records()).hasSize(3);
    }

    @Test
    void aChangeSurvivesSixteenConflictsAndIsMadeFromTheFreshState() {
        openAndSend();
        AtomicInteger runs = new AtomicInteger();

        CheckResult result = store().update(id, verification -> {
                    if (runs.incrementAndGet() <= 16) {
                        changeElsewhere(runs.get());
                    }
                    return check(verification, WRONG);
                })
                .block(TIME_OUT);

        assertThat(runs).hasValue(17);
        assertThat(result.verification().target().handleAsOf())
                .isEqualTo(clock.instant().plusMillis(16));
        assertThat(result.verification()).isEqualTo(find(id));
        assertThat(find(id).remaining().tries()).isEqualTo(4);
    }

    @Test
    void aChangeIsGivenUpAfterMoreConflicts() {
        openAndSend();
        AtomicInteger runs = new AtomicInteger();

        assertThatThrownBy(() -> store().update(id, verification -> {
                            changeElsewhere(runs.incrementAndGet());
                            return check(verification, WRONG);
                        })
                        .block(TIME_OUT))
                .isInstanceOf(ConflictException.class)
                .matches(TransientFailure::isCauseOf);

        assertThat(runs).hasValue(17);
        assertThat(find(id).remaining().tries()).isEqualTo(5);
    }

    @Test
    void aFullOutboxOpensNothing() {
        RequestKey key = key("request");
        VerificationId second = key.newId(random);
        create(key.newId(random), null);
        limitOutbox(2);

        assertThat(create(second, key)).isEqualTo(new OutboxFull());

        assertThat(kept(second)).isEqualTo(kept(VerificationId.random(random)));
        limitOutbox(3);
        assertThat(create(second, key)).isInstanceOf(Created.class);
    }

    @Test
    void aFullOutboxHoldsUpNothingThatIsOpen() {
        RequestKey key = key("request");
        VerificationId first = key.newId(random);
        create(first, key);
        limitOutbox(1);

        assertThat(create(key.newId(random), key)).isInstanceOf(Repeated.class);
        cancel(first);
        assertThat(find(first).status()).isEqualTo(Status.CANCELED);
    }

    @Test
    void everyEventWaitsInTheOutboxOnceAndInOrder() {
        openAndSend();
        check(WRONG);
        check(RIGHT);

        assertThat(kept(id).eventIds())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 5)
                        .mapToObj(sequence -> id + "." + sequence)
                        .toList());
        assertThat(kept(id).eventTypes())
                .containsExactly(
                        "VerificationOpened",
                        "VerificationRequested",
                        "CodeSent",
                        "IncorrectCodeEntered",
                        "VerificationSucceeded");
        assertThat(entries)
                .extracting(entry -> entry.record().toBytes())
                .containsExactlyElementsOf(kept(id).records().stream()
                        .map(record -> record.toBytes())
                        .toList());
    }

    @Test
    void aVerificationIsDueAtItsDeadline() {
        open();
        clock.advance(Duration.ofMinutes(7).minusMillis(1));
        assertThat(due()).isEmpty();

        clock.advance(Duration.ofMillis(1));

        assertThat(due()).containsExactly(id);
    }

    @Test
    void theDeadlineMovesWithTheState() {
        openAndSend();
        assertThat(kept(id).deadline()).isEqualTo(clock.instant().plus(LIFE));

        cancel(id);

        assertThat(kept(id).deadline()).isNull();
        clock.advance(LIFE);
        assertThat(due()).isEmpty();
    }

    @Test
    void theVerificationThatIsDueFirstComesFirst() {
        RequestKey key = key("request");
        VerificationId late = key.newId(random);
        VerificationId early = key.newId(random);
        create(early, null);
        clock.advance(Duration.ofSeconds(1));
        create(late, null);
        clock.advance(Duration.ofHours(1));

        assertThat(store().due(key.shard()).collectList().block(TIME_OUT)).containsExactly(early, late);
    }

    @Test
    void theDeadlineOfAVerificationThatIsGoneIsForgotten() {
        open();
        lose(id);
        clock.advance(Duration.ofHours(1));
        assertThat(due()).containsExactly(id);

        store().forgetDeadline(id).block(TIME_OUT);

        assertThat(due()).isEmpty();
    }

    @Test
    void anotherTenantFindsAndChangesNothing() {
        openAndSend();

        Optional<CheckResult> result = store().update(
                        id, VerificationStore.ifOf("other", verification -> check(verification, RIGHT)))
                .block(TIME_OUT);

        assertThat(result).isEmpty();
        assertThat(find(id).status()).isEqualTo(Status.PENDING);
        assertThat(store().update(id, VerificationStore.ifOf("acme", verification -> check(verification, RIGHT)))
                        .block(TIME_OUT))
                .containsInstanceOf(CheckResult.Approved.class);
    }

    /** Commits another change in the middle of a rule. It waits for that in another thread. */
    private void changeElsewhere(int run) {
        CompletableFuture.supplyAsync(() -> elsewhere()
                        .update(id, verification -> renamed(verification, run))
                        .block(TIME_OUT))
                .join();
    }
}
