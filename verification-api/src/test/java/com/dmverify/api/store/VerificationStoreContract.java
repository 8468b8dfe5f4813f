package com.dmverify.api.store;

import static com.dmverify.api.store.Verdict.APPROVED;
import static com.dmverify.api.store.Verdict.CONFLICT;
import static com.dmverify.api.store.Verdict.DONE;
import static com.dmverify.api.store.Verdict.ENDED;
import static com.dmverify.api.store.Verdict.EXISTS;
import static com.dmverify.api.store.Verdict.INCORRECT;
import static com.dmverify.api.store.Verdict.KNOWN;
import static com.dmverify.api.store.Verdict.NOT_FOUND;
import static com.dmverify.api.store.Verdict.NOT_SENT_YET;
import static com.dmverify.api.store.Verdict.NO_SENDS_LEFT;
import static com.dmverify.api.store.Verdict.OPTED_OUT;
import static com.dmverify.api.store.Verdict.STALE;
import static com.dmverify.api.store.Verdict.TOO_EARLY;
import static com.dmverify.api.verification.VerificationEvent.Type.CANCELED;
import static com.dmverify.api.verification.VerificationEvent.Type.CODE_SENT;
import static com.dmverify.api.verification.VerificationEvent.Type.EXHAUSTED;
import static com.dmverify.api.verification.VerificationEvent.Type.EXPIRED;
import static com.dmverify.api.verification.VerificationEvent.Type.FAILED;
import static com.dmverify.api.verification.VerificationEvent.Type.OPENED;
import static com.dmverify.api.verification.VerificationEvent.Type.REQUESTED;
import static com.dmverify.api.verification.VerificationEvent.Type.REQUEUED;
import static com.dmverify.api.verification.VerificationEvent.Type.SUCCEEDED;
import static com.dmverify.api.verification.VerificationEvent.Type.USER_ACTION_AWAITED;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.api.HandMovedClock;
import com.dmverify.api.TestPolicy;
import com.dmverify.api.trace.CurrentTrace;
import com.dmverify.api.trace.Trace;
import com.dmverify.api.verification.DeliveryReport;
import com.dmverify.api.verification.DeliveryReport.Outcome;
import com.dmverify.api.verification.DeliveryStatus;
import com.dmverify.api.verification.Handle;
import com.dmverify.api.verification.OptOut;
import com.dmverify.api.verification.Request;
import com.dmverify.api.verification.SendingAccount;
import com.dmverify.api.verification.Status;
import com.dmverify.api.verification.Target;
import com.dmverify.api.verification.UserId;
import com.dmverify.api.verification.Verification;
import com.dmverify.api.verification.VerificationEvent;
import com.dmverify.api.verification.VerificationId;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What every store of verifications promises. */
abstract class VerificationStoreContract {

    static final String TENANT = "acme";
    static final String RIGHT = "digest-of-the-right-code";
    static final String WRONG = "digest-of-a-wrong-code";
    static final Duration LIFE = Duration.ofMinutes(10);
    static final SendingAccount BRAND =
            new SendingAccount("demo", new Handle("dmverify_demo"), new UserId("1000000000000000001"), 1);
    private static final UserId ALICE = new UserId("2000000000000000001");
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    final HandMovedClock clock = new HandMovedClock();
    final VerificationId id = VerificationId.random(new SecureRandom());

    abstract VerificationStore store();

    abstract Outbox outbox();

    @Test
    void aVerificationBeginsPendingAndQueued() {
        // When
        Transition opened = open();

        // Then
        assertThat(opened.verdict()).isEqualTo(DONE);
        assertThat(opened.state().status()).isEqualTo(Status.PENDING);
        assertThat(opened.state().delivery().status()).isEqualTo(DeliveryStatus.QUEUED);
        assertThat(opened.state().delivery().deadline()).isEqualTo(in(Duration.ofMinutes(5)));
        assertThat(opened.state().code().expiresAt()).isNull();
        assertThat(opened.state().remaining().tries()).isEqualTo(5);
        assertThat(events(opened)).containsExactly(OPENED, REQUESTED);
        assertThat(find()).isEqualTo(opened.state());
    }

    @Test
    void aVerificationBeginsOnce() {
        Transition first = open();

        Transition second = open();

        assertThat(second.verdict()).isEqualTo(EXISTS);
        assertThat(second.state()).isEqualTo(first.state());
        assertThat(second.outboxEntries()).isEmpty();
    }

    @Test
    void oneRequestWithAKeyBeginsOneVerification() {
        // Given
        RequestKey key = key("request");
        SecureRandom random = new SecureRandom();

        // When
        List<Transition> answers = Flux.range(0, 200)
                .flatMap(
                        i -> Mono.defer(() -> store().open(verification(key.newId(random), Map.of(), key)))
                                .subscribeOn(Schedulers.parallel()),
                        200)
                .collectList()
                .block(TIMEOUT);

        // Then
        assertThat(answers)
                .extracting(Transition::verdict)
                .containsOnly(DONE, EXISTS)
                .containsOnlyOnce(DONE);
        assertThat(answers)
                .extracting(answer -> answer.state().id())
                .containsOnly(answers.getFirst().state().id());
        assertThat(answers.stream().flatMap(answer -> answer.outboxEntries().stream()))
                .hasSize(2);
    }

    @Test
    void anotherRequestWithTheKeyIsAConflict() {
        RequestKey key = key("request");
        VerificationId first = key.newId(new SecureRandom());
        store().open(verification(first, Map.of(), key)).block(TIMEOUT);

        RequestKey other = new RequestKey(key.name(), KeyHash.of("another request"));
        VerificationId second = key.newId(new SecureRandom());

        assertThat(store().open(verification(second, Map.of(), other))
                        .block(TIMEOUT)
                        .verdict())
                .isEqualTo(CONFLICT);
        assertThat(store().look(other).block(TIMEOUT).verdict()).isEqualTo(CONFLICT);
        assertThat(store().find(second).block(TIMEOUT).verdict()).isEqualTo(NOT_FOUND);
        assertThat(store().look(key).block(TIMEOUT).state().id()).isEqualTo(first);
    }

    @Test
    void aKeyThatWasNotUsedStandsForNothing() {
        assertThat(store().look(key("request")).blockOptional(TIMEOUT)).isEmpty();
    }

    @Test
    void aRequestThatIsRepeatedFindsTheVerificationAsItIsNow() {
        // Given
        RequestKey key = key("request");
        VerificationId first = key.newId(new SecureRandom());
        store().open(verification(first, Map.of(), key)).block(TIMEOUT);
        store().cancel(first, TENANT).block(TIMEOUT);

        // When
        Transition again = store().open(verification(key.newId(new SecureRandom()), Map.of(), key))
                .block(TIMEOUT);

        // Then
        assertThat(again.verdict()).isEqualTo(EXISTS);
        assertThat(again.state().id()).isEqualTo(first);
        assertThat(again.state().status()).isEqualTo(Status.CANCELED);
    }

    @Test
    void aResendWithAKeySendsOnce() {
        // Given
        sent();
        clock.advance(Duration.ofSeconds(60));
        RequestKey key = key("resend");
        ResendRequest request = new ResendRequest(next(1), false, key);
        assertThat(store().resend(id, TENANT, request).block(TIMEOUT).verdict()).isEqualTo(DONE);
        settle(2, Outcome.SENT, null, clock.instant());
        clock.advance(Duration.ofSeconds(60));

        // When
        Transition again = store().resend(id, TENANT, request).block(TIMEOUT);

        // Then
        assertThat(again.verdict()).isEqualTo(EXISTS);
        assertThat(again.outboxEntries()).isEmpty();
        assertThat(again.state().delivery().dispatch()).isEqualTo(2);
    }

    @Test
    void aResendThatWasRefusedUsesNoKey() {
        sent();
        ResendRequest request = new ResendRequest(next(1), false, key("resend"));
        assertThat(store().resend(id, TENANT, request).block(TIMEOUT).verdict()).isEqualTo(TOO_EARLY);
        clock.advance(Duration.ofSeconds(60));

        assertThat(store().resend(id, TENANT, request).block(TIMEOUT).verdict()).isEqualTo(DONE);
    }

    @Test
    void nothingIsSentAgainToAPersonWhoOptedOut() {
        sent();
        clock.advance(Duration.ofSeconds(60));

        Transition refused = store().resend(id, TENANT, new ResendRequest(next(1), true, null))
                .block(TIMEOUT);

        assertThat(refused.verdict()).isEqualTo(OPTED_OUT);
        assertThat(refused.outboxEntries()).isEmpty();
    }

    @Test
    void aFactBelongsToTheTraceOfWhoeverCausedIt() {
        // Given
        Trace request = Trace.begin();
        Trace report = new Trace(Trace.begin().parent(), "vendor=1");
        Transition opened =
                opening(Map.of()).contextWrite(CurrentTrace.is(request)).block(TIMEOUT);

        // When
        Transition settled = settling(1, Outcome.SENT, null, clock.instant())
                .contextWrite(CurrentTrace.is(report))
                .block(TIMEOUT);

        // Then
        assertThat(traces(opened.outboxEntries())).containsExactly(request, request);
        assertThat(traces(settled.outboxEntries())).containsExactly(report);
        assertThat(traces(left(Duration.ZERO))).containsExactly(request, request, report);
    }

    @Test
    void whatHappensByItselfContinuesTheTraceOfTheLastOrder() {
        // Given
        Trace request = new Trace(Trace.begin().parent(), "vendor=1");
        opening(Map.of()).contextWrite(CurrentTrace.is(request)).block(TIMEOUT);
        clock.advance(Duration.ofMinutes(7));

        // When
        Transition expired = expire();

        // Then
        assertThat(traces(expired.outboxEntries())).containsExactly(request);
    }

    @Test
    void aGuessBeforeTheMessageLeftIsNeitherComparedNorCounted() {
        open();

        Transition guess = attempt(RIGHT);

        assertThat(guess.verdict()).isEqualTo(NOT_SENT_YET);
        assertThat(guess.state().remaining().tries()).isEqualTo(5);
    }

    @Test
    void theLifeOfTheCodeBeginsWhenXAcceptedTheMessage() {
        // Given
        open();
        Instant accepted = clock.instant();
        clock.advance(Duration.ofSeconds(3));

        // When
        Transition settled = settle(1, Outcome.SENT, null, accepted);

        // Then
        assertThat(settled.state().code().expiresAt()).isEqualTo(accepted.plus(LIFE));
        assertThat(settled.state().delivery().status()).isEqualTo(DeliveryStatus.SENT);
        assertThat(settled.state().target()).isEqualTo(new Target(new Handle("Alice"), ALICE, accepted));
        assertThat(events(settled)).containsExactly(CODE_SENT);
    }

    @Test
    void theRightCodeIsAcceptedOnce() {
        sent();

        Transition first = attempt(RIGHT);
        Transition second = attempt(RIGHT);

        assertThat(first.verdict()).isEqualTo(APPROVED);
        assertThat(first.state().status()).isEqualTo(Status.VERIFIED);
        assertThat(first.state().verifiedAt()).isEqualTo(clock.instant());
        assertThat(first.state().remaining().tries()).isEqualTo(5);
        assertThat(events(first)).containsExactly(SUCCEEDED);
        assertThat(second.verdict()).isEqualTo(ENDED);
        assertThat(second.outboxEntries()).isEmpty();
    }

    @Test
    void aCodeUnderAnotherKeyIsWrong() {
        sent();

        assertThat(store().attempt(id, TENANT, Map.of("k2", RIGHT))
                        .block(TIMEOUT)
                        .verdict())
                .isEqualTo(INCORRECT);
    }

    @Test
    void wrongCodesCountDownToTheEnd() {
        sent();
        for (int left = 4; left >= 1; left--) {
            Transition guess = attempt(WRONG);
            assertThat(guess.verdict()).isEqualTo(INCORRECT);
            assertThat(guess.state().remaining().tries()).isEqualTo(left);
            assertThat(guess.state().status()).isEqualTo(Status.PENDING);
        }

        Transition last = attempt(WRONG);

        assertThat(last.verdict()).isEqualTo(INCORRECT);
        assertThat(last.state().status()).isEqualTo(Status.EXHAUSTED);
        assertThat(events(last)).containsExactly(VerificationEvent.Type.INCORRECT, EXHAUSTED);
        assertThat(attempt(RIGHT).verdict()).isEqualTo(ENDED);
    }

    @Test
    void parallelGuessesAreCountedOneByOne() {
        sent();

        List<Verdict> verdicts = inParallel(40, WRONG);

        assertThat(verdicts.stream().filter(INCORRECT::equals)).hasSize(5);
        assertThat(verdicts.stream().filter(ENDED::equals)).hasSize(35);
    }

    @Test
    void parallelRightCodesAreAcceptedOnce() {
        sent();

        List<Verdict> verdicts = inParallel(40, RIGHT);

        assertThat(verdicts.stream().filter(APPROVED::equals)).hasSize(1);
    }

    @Test
    void aCodeLivesUntilItsLastMillisecond() {
        sent();

        clock.advance(LIFE.minusMillis(1));
        assertThat(attempt(WRONG).verdict()).isEqualTo(INCORRECT);
        clock.advance(Duration.ofMillis(1));

        Transition late = attempt(RIGHT);
        assertThat(late.verdict()).isEqualTo(ENDED);
        assertThat(late.state().status()).isEqualTo(Status.EXPIRED);
        assertThat(events(late)).containsExactly(EXPIRED);
    }

    @Test
    void anotherTenantFindsNothing() {
        sent();

        assertThat(store().attempt(id, "other", Map.of("k1", RIGHT))
                        .block(TIMEOUT)
                        .verdict())
                .isEqualTo(NOT_FOUND);
        assertThat(store().cancel(id, "other").block(TIMEOUT).verdict()).isEqualTo(NOT_FOUND);
        assertThat(store().resend(id, "other", again(1)).block(TIMEOUT).verdict())
                .isEqualTo(NOT_FOUND);
        assertThat(find().remaining().tries()).isEqualTo(5);
    }

    @Test
    void aReportThatComesTwiceChangesNothing() {
        sent();
        Verification before = find();

        Transition again = settle(1, Outcome.REFUSED, "target_suspended", clock.instant());

        assertThat(again.verdict()).isEqualTo(KNOWN);
        assertThat(again.outboxEntries()).isEmpty();
        assertThat(find()).isEqualTo(before);
    }

    @Test
    void aClosedInboxWaitsForTheUserAndIsSentAgainOnce() {
        // Given
        open();
        Transition closed = settle(1, Outcome.REFUSED, "target_closed", clock.instant());
        Instant waitUntil = in(Duration.ofMinutes(30));
        assertThat(closed.state().delivery().status()).isEqualTo(DeliveryStatus.AWAITING_USER_ACTION);
        assertThat(closed.state().delivery().waitUntil()).isEqualTo(waitUntil);
        assertThat(events(closed)).containsExactly(USER_ACTION_AWAITED);
        clock.advance(Duration.ofMinutes(20));

        // When
        Transition resumed = resume();

        // Then
        assertThat(events(resumed)).containsExactly(REQUESTED, REQUEUED);
        assertThat(resumed.state().delivery().dispatch()).isEqualTo(2);
        assertThat(resumed.state().remaining().tries()).isEqualTo(5);
        assertThat(resumed.state().delivery().waitUntil()).isEqualTo(waitUntil);
        assertThat(resume().verdict()).isEqualTo(KNOWN);
    }

    @Test
    void aUserWhoKeepsActingCostsOnlySoManyCalls() {
        open();
        int dispatch = 1;
        for (; dispatch <= 5; dispatch++) {
            settle(dispatch, Outcome.REFUSED, "target_closed", clock.instant());
            assertThat(resume().verdict()).isEqualTo(DONE);
        }
        settle(dispatch, Outcome.REFUSED, "target_closed", clock.instant());

        assertThat(resume().verdict()).isEqualTo(KNOWN);

        assertThat(find().delivery().status()).isEqualTo(DeliveryStatus.AWAITING_USER_ACTION);
    }

    @Test
    void theLargestRequestIsKept() {
        Map<String, String> metadata =
                IntStream.range(0, 16).boxed().collect(Collectors.toMap(i -> "k" + i, i -> "\"\\".repeat(250)));

        Transition opened = open(metadata);

        assertThat(opened.state().request().metadata()).isEqualTo(metadata);
        assertThat(opened.outboxEntries())
                .allMatch(waiting ->
                        waiting.event().verification().request().metadata().equals(metadata));
    }

    @Test
    void anActCountsOnceAndOnlyForWhatBeganBeforeIt() {
        // Given
        Instant before = clock.instant();
        clock.advance(Duration.ofMillis(5_001));
        open();
        settle(1, Outcome.REFUSED, "target_closed", clock.instant());
        assertThat(resumeAfter(before).verdict()).isEqualTo(KNOWN);
        Instant act = clock.instant();
        assertThat(resumeAfter(act).verdict()).isEqualTo(DONE);
        settle(2, Outcome.REFUSED, "target_closed", clock.instant());

        // When, Then: told again, or an older one told late
        assertThat(resumeAfter(act).verdict()).isEqualTo(KNOWN);
        assertThat(resumeAfter(act.minusSeconds(1)).verdict()).isEqualTo(KNOWN);
        assertThat(resumeAfter(act.plusMillis(1)).verdict()).isEqualTo(DONE);
    }

    @Test
    void theLifeOfACodeBeginsBetweenItsOrderAndNow() {
        // Given: senders whose clocks are an hour ahead, and an hour behind
        open();
        clock.advance(Duration.ofSeconds(10));
        Instant ordered = clock.instant().minusSeconds(10);

        Transition ahead = settle(1, Outcome.SENT, null, clock.instant().plus(Duration.ofHours(1)));
        assertThat(ahead.state().code().expiresAt()).isEqualTo(in(LIFE));
        clock.advance(LIFE.minusMinutes(1));
        Instant again = clock.instant();
        resend(1);
        clock.advance(Duration.ofSeconds(10));

        Transition behind = settle(2, Outcome.SENT, null, ordered.minus(Duration.ofHours(1)));
        assertThat(behind.state().code().expiresAt()).isEqualTo(again.plus(LIFE));
    }

    @Test
    void aRepeatedCodeIsNotSentWithLessThanAMinuteLeft() {
        sent();
        Instant end = find().code().expiresAt();
        clock.advance(LIFE.minusMinutes(3));

        Transition again = resend(1);

        assertThat(again.state().delivery().again()).isTrue();
        assertThat(again.state().delivery().deadline()).isEqualTo(end.minusSeconds(60));
    }

    @Test
    void anOrderThatWasWithdrawnBecauseThePersonOptedOutEndsTheVerification() {
        open();

        Transition withdrawn = settle(1, Outcome.WITHDRAWN, "opted_out", clock.instant());

        assertThat(withdrawn.state().status()).isEqualTo(Status.FAILED);
        assertThat(withdrawn.state().reason()).isEqualTo("opted_out");
        assertThat(withdrawn.state().delivery().status()).isEqualTo(DeliveryStatus.WITHDRAWN);
        assertThat(events(withdrawn)).containsExactly(FAILED);
    }

    @Test
    void anOrderThatWasWithdrawnBecauseItHadEndedChangesNothing() {
        open();
        cancel();
        assertThat(settle(1, Outcome.WITHDRAWN, null, clock.instant()).verdict())
                .isEqualTo(ENDED);
        assertThat(find().status()).isEqualTo(Status.CANCELED);
    }

    @Test
    void aWithdrawalWithoutAReasonLeavesAPendingOneToItsDeadline() {
        open();
        Verification before = find();

        assertThat(settle(1, Outcome.WITHDRAWN, null, clock.instant()).verdict())
                .isEqualTo(KNOWN);

        assertThat(find()).isEqualTo(before);
    }

    @Test
    void whatIsQueuedWhenAVerificationEndsIsWithdrawn() {
        open();

        assertThat(cancel().state().delivery().status()).isEqualTo(DeliveryStatus.WITHDRAWN);
    }

    @Test
    void aResendThatIsQueuedWhenTheCodeIsAcceptedIsWithdrawn() {
        sent();
        clock.advance(Duration.ofSeconds(60));
        resend(1);

        assertThat(attempt(RIGHT).state().delivery().status()).isEqualTo(DeliveryStatus.WITHDRAWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"recipient_limit", "handle_changed"})
    void whatTheSenderDoesNotSendIsUndeliverable(String reason) {
        open();

        Transition refused = settle(1, Outcome.REFUSED, reason, clock.instant());

        assertThat(refused.state().status()).isEqualTo(Status.FAILED);
        assertThat(refused.state().reason()).isEqualTo(reason);
        assertThat(refused.state().delivery().status()).isEqualTo(DeliveryStatus.UNDELIVERABLE);
    }

    @Test
    void theLatestWordOnTheHandleIsKept() {
        open();
        assertThat(find().target().handleAsOf()).isNull();
        settle(1, Outcome.SENT, null, clock.instant());
        Instant first = clock.instant();
        assertThat(find().target().handleAsOf()).isEqualTo(first);
        clock.advance(Duration.ofSeconds(60));
        resend(1);

        store().settle(
                        id,
                        new DeliveryReport(
                                2,
                                Outcome.SENT,
                                null,
                                clock.instant(),
                                ALICE,
                                new Handle("Old"),
                                first.minusSeconds(1)))
                .block(TIMEOUT);

        assertThat(find().target().handle()).isEqualTo(new Handle("Alice"));
        assertThat(find().target().handleAsOf()).isEqualTo(first);
    }

    @Test
    void nothingIsResumedThatDoesNotWait() {
        sent();

        assertThat(resume().verdict()).isEqualTo(KNOWN);
        assertThat(find().delivery().dispatch()).isEqualTo(1);
    }

    @Test
    void whatAPersonRefusesEndsAndIsNeverResumed() {
        // Given
        open();
        settle(1, Outcome.REFUSED, "target_closed", clock.instant());

        // When
        Transition refused = refuse(OptOut.Kind.OPTED_OUT, clock.instant());

        // Then
        assertThat(refused.verdict()).isEqualTo(DONE);
        assertThat(refused.state().status()).isEqualTo(Status.FAILED);
        assertThat(refused.state().reason()).isEqualTo("opted_out");
        assertThat(refused.state().delivery().status()).isEqualTo(DeliveryStatus.WITHDRAWN);
        assertThat(refused.state().delivery().reason()).isEqualTo("opted_out");
        assertThat(events(refused)).containsExactly(FAILED);
        assertThat(resume().verdict()).isEqualTo(ENDED);
        clock.advance(Duration.ofMinutes(30));
        assertThat(due()).isEmpty();
    }

    @Test
    void aCodeThatIsOutIsWorthNothingAfterANo() {
        sent();

        Transition refused = refuse(OptOut.Kind.DECLINED, clock.instant());

        assertThat(refused.state().reason()).isEqualTo("declined");
        assertThat(refused.state().delivery().status()).isEqualTo(DeliveryStatus.SENT);
        assertThat(attempt(RIGHT).verdict()).isEqualTo(ENDED);
        assertThat(resend(1).verdict()).isEqualTo(ENDED);
    }

    @Test
    void aReportThatComesAfterARefusalChangesNothing() {
        open();
        refuse(OptOut.Kind.DECLINED, clock.instant());

        assertThat(settle(1, Outcome.SENT, null, clock.instant()).verdict()).isEqualTo(ENDED);

        assertThat(find().reason()).isEqualTo("declined");
    }

    @Test
    void aRefusalThatComesTwiceEndsOnce() {
        open();
        refuse(OptOut.Kind.DECLINED, clock.instant());

        Transition again = refuse(OptOut.Kind.OPTED_OUT, clock.instant());

        assertThat(again.verdict()).isEqualTo(ENDED);
        assertThat(again.state().reason()).isEqualTo("declined");
        assertThat(again.outboxEntries()).isEmpty();
    }

    @Test
    void aRefusalMeansNothingThatBeganLater() {
        Instant said = clock.instant();
        clock.advance(Duration.ofMillis(5_001));
        open();

        assertThat(refuse(OptOut.Kind.OPTED_OUT, said).verdict()).isEqualTo(KNOWN);

        assertThat(find().status()).isEqualTo(Status.PENDING);
    }

    @Test
    void whatIsVerifiedCannotBeRefused() {
        sent();
        attempt(RIGHT);

        assertThat(refuse(OptOut.Kind.DECLINED, clock.instant()).verdict()).isEqualTo(ENDED);
        assertThat(find().status()).isEqualTo(Status.VERIFIED);
    }

    @Test
    void aRefusalThatNobodyCanMendIsTheEnd() {
        open();

        Transition refused = settle(1, Outcome.REFUSED, "target_suspended", clock.instant());

        assertThat(refused.state().status()).isEqualTo(Status.FAILED);
        assertThat(refused.state().reason()).isEqualTo("target_suspended");
        assertThat(refused.state().delivery().status()).isEqualTo(DeliveryStatus.UNDELIVERABLE);
        assertThat(events(refused)).containsExactly(FAILED);
    }

    @Test
    void aMissedDeadlineIsTheEnd() {
        open();

        Transition missed = settle(1, Outcome.DEADLINE_MISSED, null, clock.instant());

        assertThat(missed.state().status()).isEqualTo(Status.FAILED);
        assertThat(missed.state().reason()).isEqualTo("deadline_missed");
        assertThat(missed.state().delivery().status()).isEqualTo(DeliveryStatus.DEADLINE_MISSED);
    }

    @Test
    void aSenderThatNeverReportsIsWaitedForUntilTheGraceIsOver() {
        open();
        clock.advance(
                Duration.ofMinutes(5).plus(TestPolicy.DEFAULT.reportGrace()).minusMillis(1));
        assertThat(due()).isEmpty();
        assertThat(expire().verdict()).isEqualTo(KNOWN);
        clock.advance(Duration.ofMillis(1));
        assertThat(due()).contains(id);

        Transition ended = expire();

        assertThat(ended.state().status()).isEqualTo(Status.FAILED);
        assertThat(ended.state().reason()).isEqualTo("deadline_missed");
        assertThat(due()).isEmpty();
        assertThat(expire().verdict()).isEqualTo(KNOWN);
    }

    @Test
    void aUserIsNotWaitedForForEver() {
        open();
        settle(1, Outcome.REFUSED, "target_closed", clock.instant());
        clock.advance(Duration.ofMinutes(30));
        assertThat(due()).contains(id);

        Transition ended = expire();

        assertThat(ended.state().reason()).isEqualTo("user_action_timeout");
        assertThat(events(ended)).containsExactly(FAILED);
        assertThat(resume().verdict()).isEqualTo(ENDED);
    }

    @Test
    void aDeadCodeIsAnnouncedWithoutACheck() {
        sent();
        clock.advance(LIFE);
        assertThat(due()).contains(id);

        assertThat(events(expire())).containsExactly(EXPIRED);
        assertThat(find().status()).isEqualTo(Status.EXPIRED);
    }

    @Test
    void theMessageIsSentAgainWithTheSameCodeAndTheSameEnd() {
        // Given
        sent();
        Instant end = find().code().expiresAt();
        assertThat(resend(1).verdict()).isEqualTo(TOO_EARLY);
        clock.advance(Duration.ofSeconds(60));

        // When
        Transition again = resend(1);

        // Then
        assertThat(again.verdict()).isEqualTo(DONE);
        assertThat(again.state().delivery().again()).isTrue();
        assertThat(again.state().code().version()).isEqualTo(1);
        assertThat(events(again)).containsExactly(REQUESTED, REQUEUED);
        assertThat(resend(1).verdict()).isEqualTo(NOT_SENT_YET);
        assertThat(settle(2, Outcome.SENT, null, clock.instant()).state().code().expiresAt())
                .isEqualTo(end);
        assertThat(attempt(RIGHT).verdict()).isEqualTo(APPROVED);
    }

    @Test
    void threeMessagesAreAll() {
        sent();
        for (int dispatch = 2; dispatch <= 3; dispatch++) {
            clock.advance(Duration.ofSeconds(60));
            assertThat(resend(1).verdict()).isEqualTo(DONE);
            settle(dispatch, Outcome.SENT, null, clock.instant());
        }
        clock.advance(Duration.ofSeconds(60));

        assertThat(resend(1).verdict()).isEqualTo(NO_SENDS_LEFT);
    }

    @Test
    void aDyingCodeIsReplacedByANewOne() {
        // Given
        sent();
        clock.advance(LIFE.minusMinutes(1));

        // When
        Transition fresh = resend(1);

        // Then
        assertThat(fresh.state().code().version()).isEqualTo(2);
        assertThat(fresh.state().code().expiresAt()).isNull();
        assertThat(fresh.state().delivery().again()).isFalse();
        settle(2, Outcome.SENT, null, clock.instant());
        assertThat(attempt(RIGHT).verdict()).isEqualTo(INCORRECT);
        assertThat(attempt("digest-of-generation-2").verdict()).isEqualTo(APPROVED);
    }

    @Test
    void aResendThatSawAnOldGenerationLooksAgain() {
        sent();
        clock.advance(Duration.ofSeconds(60));

        assertThat(store().resend(id, TENANT, again(7)).block(TIMEOUT).verdict())
                .isEqualTo(STALE);
    }

    @Test
    void aRefusedSecondMessageLeavesTheFirstCodeAlone() {
        sent();
        clock.advance(Duration.ofSeconds(60));
        resend(1);

        settle(2, Outcome.REFUSED, "sender_restricted", clock.instant());

        assertThat(find().delivery().status()).isEqualTo(DeliveryStatus.SENT);
        assertThat(attempt(RIGHT).verdict()).isEqualTo(APPROVED);
    }

    @Test
    void cancelingTwiceIsCancelingOnce() {
        sent();

        Transition first = cancel();
        Transition second = cancel();

        assertThat(first.verdict()).isEqualTo(DONE);
        assertThat(events(first)).containsExactly(CANCELED);
        assertThat(second.verdict()).isEqualTo(DONE);
        assertThat(second.outboxEntries()).isEmpty();
        assertThat(attempt(RIGHT).verdict()).isEqualTo(ENDED);
    }

    @Test
    void whatIsVerifiedCannotBeCanceled() {
        sent();
        attempt(RIGHT);

        assertThat(cancel().verdict()).isEqualTo(ENDED);
        assertThat(find().status()).isEqualTo(Status.VERIFIED);
    }

    @Test
    void everyFactWaitsInTheOutboxUntilItIsRemoved() {
        // Given
        List<OutboxEntry> outboxEntries = open().outboxEntries();
        assertThat(left(Duration.ofSeconds(1))).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(left(Duration.ofSeconds(1))).isEqualTo(outboxEntries);

        // When
        outbox().remove(outboxEntries.getFirst()).block(TIMEOUT);

        // Then
        assertThat(left(Duration.ofSeconds(1))).isEqualTo(outboxEntries.subList(1, 2));
    }

    @Test
    void factsAreNumberedInTheirOrder() {
        open();
        settle(1, Outcome.SENT, null, clock.instant());
        attempt(WRONG);
        attempt(RIGHT);
        clock.advance(Duration.ofSeconds(1));

        assertThat(left(Duration.ZERO))
                .extracting(waiting -> waiting.event().verification().sequence())
                .containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    final Transition open() {
        return open(Map.of("plan", "pro"));
    }

    private Transition open(Map<String, String> metadata) {
        return opening(metadata).block(TIMEOUT);
    }

    private Mono<Transition> opening(Map<String, String> metadata) {
        return store().open(verification(id, metadata, null));
    }

    private static NewVerification verification(
            VerificationId id, Map<String, String> metadata, @Nullable RequestKey key) {
        return new NewVerification(
                id,
                new Request(TENANT, "en", "Link your account", "order-42", metadata),
                new Target(new Handle("alice"), null),
                BRAND,
                "k1",
                RIGHT,
                null,
                key);
    }

    private RequestKey key(String request) {
        return new RequestKey(KeyHash.of(request, id.value()), KeyHash.of(request));
    }

    final void sent() {
        open();
        settle(1, Outcome.SENT, null, clock.instant());
    }

    final Transition attempt(String digest) {
        return store().attempt(id, TENANT, Map.of("k1", digest)).block(TIMEOUT);
    }

    private List<Verdict> inParallel(int guesses, String digest) {
        return Flux.range(0, guesses)
                .flatMap(
                        i -> Mono.defer(() -> store().attempt(id, TENANT, Map.of("k1", digest)))
                                .subscribeOn(Schedulers.parallel()),
                        guesses)
                .map(Transition::verdict)
                .collectList()
                .block(TIMEOUT);
    }

    private Transition settle(int dispatch, Outcome outcome, @Nullable String reason, Instant at) {
        return settling(dispatch, outcome, reason, at).block(TIMEOUT);
    }

    private Mono<Transition> settling(int dispatch, Outcome outcome, @Nullable String reason, Instant at) {
        return store().settle(id, new DeliveryReport(dispatch, outcome, reason, at, ALICE, new Handle("Alice"), at));
    }

    private Transition resume() {
        clock.advance(Duration.ofMillis(1));
        return store().resume(id, "followed", clock.instant()).block(TIMEOUT);
    }

    private Transition resumeAfter(Instant act) {
        return store().resume(id, "followed", act).block(TIMEOUT);
    }

    private Transition refuse(OptOut.Kind kind, Instant at) {
        return store().refuse(id, new OptOut(kind, at)).block(TIMEOUT);
    }

    private Transition resend(int seenVersion) {
        return store().resend(id, TENANT, again(seenVersion)).block(TIMEOUT);
    }

    private static ResendRequest again(int seenVersion) {
        return new ResendRequest(next(seenVersion), false, null);
    }

    private static NextCode next(int seenVersion) {
        return new NextCode(seenVersion, "k1", "digest-of-generation-" + (seenVersion + 1));
    }

    private Transition cancel() {
        return store().cancel(id, TENANT).block(TIMEOUT);
    }

    private Transition expire() {
        return store().expire(id).block(TIMEOUT);
    }

    private List<VerificationId> due() {
        return store().due().filter(id::equals).collectList().block(TIMEOUT);
    }

    private Verification find() {
        return store().find(id).block(TIMEOUT).state();
    }

    private List<OutboxEntry> left(Duration atLeast) {
        return outbox().findOlderThan(atLeast)
                .filter(waiting -> waiting.event().verification().id().equals(id))
                .collectList()
                .block(TIMEOUT);
    }

    private Instant in(Duration duration) {
        return clock.instant().plus(duration);
    }

    private static List<@Nullable Trace> traces(List<OutboxEntry> outboxEntries) {
        return outboxEntries.stream().map(waiting -> waiting.event().trace()).toList();
    }

    private static List<VerificationEvent.Type> events(Transition transition) {
        return transition.outboxEntries().stream()
                .map(waiting -> waiting.event().type())
                .toList();
    }
}
