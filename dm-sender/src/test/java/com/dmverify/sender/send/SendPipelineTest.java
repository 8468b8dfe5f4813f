package com.dmverify.sender.send;

import static com.dmverify.sender.fixture.SendFixture.GRACE;
import static com.dmverify.sender.fixture.SendFixture.LEASE;
import static com.dmverify.sender.fixture.SendFixture.MOST_ATTEMPTS;
import static com.dmverify.sender.fixture.SendFixture.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.events.DmAttempted;
import com.dmverify.events.DmOutcome;
import com.dmverify.events.DmReason;
import com.dmverify.local.testing.MutableClock;
import com.dmverify.schemas.ReasonWords;
import com.dmverify.sender.fixture.Dispositions;
import com.dmverify.sender.fixture.Keys;
import com.dmverify.sender.fixture.Orders;
import com.dmverify.sender.fixture.PlayedX;
import com.dmverify.sender.fixture.SendFixture;
import com.dmverify.sender.ledger.ClaimResult;
import com.dmverify.sender.order.Order;
import com.dmverify.sender.order.Recipient;
import com.dmverify.x.RateLimit;
import com.dmverify.x.RateLimits;
import com.dmverify.x.UserId;
import com.dmverify.x.XError;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SendPipelineTest {

    private final SendFixture desk = new SendFixture();
    private final MutableClock clock = desk.clock;
    private final PlayedX x = desk.x;
    private final SendPipeline pipeline = desk.pipeline;
    private final Order order = Orders.order("ver_1", Orders.START);

    @Test
    void sendsTheCodeAndSaysToWhom() {
        // When
        DmAttempted event = attempted(pipeline.send(order, 1));

        // Then
        assertThat(event.getOutcome()).isEqualTo(DmOutcome.SENT);
        assertThat(event.getRecipientUserId()).isEqualTo(Orders.ALICE);
        assertThat(event.getRecipientHandle()).isEqualTo("Alice");
        assertThat(event.getDmEventId()).isEqualTo(x.inbox().getFirst().eventId());
        assertThat(x.inbox())
                .singleElement()
                .satisfies(message -> assertThat(message.text())
                        .contains(Keys.codeOf("ver_1"))
                        .contains("Example"));
    }

    @Test
    void aRedeliveredOrderIsAnnouncedAgainAndNotSentAgain() {
        // Given
        DmAttempted first = attempted(pipeline.send(order, 1));
        clock.advance(Duration.ofMinutes(20));

        // When
        Disposition again = pipeline.send(order, 1);

        // Then
        assertThat(again).isEqualTo(new Disposition.Attempted(first, Disposition.Source.RECORDED));
        assertThat(x.inbox()).hasSize(1);
    }

    @Test
    void theUserWhoAsksAgainGetsAnotherMessageWithTheSameCode() {
        // Given
        pipeline.send(order, 1);

        // When
        pipeline.send(
                Order.of(Orders.requested("ver_1", clock.instant())
                        .setDispatch(2)
                        .setAgain(true)
                        .build()),
                1);

        // Then
        assertThat(x.inbox())
                .hasSize(2)
                .allSatisfy(message -> assertThat(message.text()).contains(Keys.codeOf("ver_1")));
    }

    @Test
    void aKnownIdIsNotLookedUp() {
        // When
        DmAttempted event = attempted(pipeline.send(
                Order.of(Orders.requested("ver_1", Orders.START)
                        .setTargetUserId("77")
                        .build()),
                1));

        // Then
        assertThat(x.lookups()).isZero();
        assertThat(event.getRecipientUserId()).isEqualTo("77");
    }

    @Test
    void afterTheDeadlineNothingIsSent() {
        // Given
        clock.set(order.deadline());

        // When
        DmAttempted event = attempted(pipeline.send(order, 1));

        // Then
        assertThat(event.getOutcome()).isEqualTo(DmOutcome.DEADLINE_MISSED);
        assertThat(x.inbox()).isEmpty();
    }

    @Test
    void anUnknownAccountIsPoison() {
        // When
        Disposition next = pipeline.send(
                Order.of(Orders.requested("ver_1", Orders.START)
                        .setAccount("nobody")
                        .build()),
                1);

        // Then
        assertThat(next).isEqualTo(new Disposition.DeadLetter("unknown account nobody"));
    }

    @Test
    void anUnknownKeyIsPoison() {
        // When
        Disposition next = pipeline.send(
                Order.of(Orders.requested("ver_1", Orders.START).setKeyId("k9").build()), 1);

        // Then
        assertThat(next).isEqualTo(new Disposition.DeadLetter("unknown code key k9"));
    }

    static List<Arguments> refusals() {
        return List.of(
                Arguments.of(new XError.TargetClosed("no", 403), "target_closed"),
                Arguments.of(new XError.TargetUnknown("no", 404), "target_unknown"),
                Arguments.of(new XError.TargetSuspended("no", 403), "target_suspended"),
                Arguments.of(new XError.Rejected("no", 400), "rejected_request"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatXWillNotDeliverIsRefusedWithXsWords(XError error, String reason) {
        // Given
        x.failSend(error);

        // When
        DmAttempted event = attempted(pipeline.send(order, 1));

        // Then
        assertThat(event.getOutcome()).isEqualTo(DmOutcome.REFUSED);
        assertThat(ReasonWords.of(event.getReason())).isEqualTo(reason);
        assertThat(event.getDetail()).isEqualTo("no");
        assertThat(event.getRecipientUserId()).isEqualTo(Orders.ALICE);
    }

    @Test
    void aHandleThatIsNobodysIsRefused() {
        // Given
        x.failLookup(new XError.TargetUnknown("no such user", 404));

        // When
        DmAttempted event = attempted(pipeline.send(order, 1));

        // Then
        assertThat(event.getReason()).isEqualTo(DmReason.TARGET_UNKNOWN);
        assertThat(x.sends()).isZero();
    }

    @Test
    void anEmptyBudgetSaysWhenToComeBack() {
        // Given
        Instant deadline = Orders.START.plus(WINDOW).plusSeconds(1);
        pipeline.send(patient("ver_1", deadline), 1);
        pipeline.send(patient("ver_2", deadline), 1);

        // When
        Disposition third = pipeline.send(patient("ver_3", deadline), 1);

        // Then
        assertThat(Dispositions.deferredUntil(third, false)).isEqualTo(Orders.START.plus(WINDOW));
        clock.advance(WINDOW);
        assertThat(attempted(pipeline.send(patient("ver_3", deadline), 1)).getOutcome())
                .isEqualTo(DmOutcome.SENT);
    }

    @Test
    void whatCannotBeSentBeforeItsDeadlineIsToldAtOnce() {
        // Given
        pipeline.send(Orders.order("ver_1", Orders.START), 1);
        pipeline.send(Orders.order("ver_2", Orders.START), 1);

        // When
        DmAttempted third = attempted(pipeline.send(Orders.order("ver_3", Orders.START), 1));

        // Then
        assertThat(third.getOutcome()).isEqualTo(DmOutcome.DEADLINE_MISSED);
    }

    @Test
    void aThrottledAccountWaitsAsLongAsXSays() {
        // Given
        Instant until = Orders.START.plusSeconds(90);
        x.failSend(new XError.Throttled(until, "slow down", 429));

        // When
        Disposition next = pipeline.send(order, 1);

        // Then
        assertThat(Dispositions.deferredUntil(next, true)).isEqualTo(until);
        assertThat(Dispositions.deferredUntil(pipeline.send(Orders.order("ver_2", Orders.START), 1), false))
                .isEqualTo(until);
        assertThat(x.sends()).isEqualTo(1);
    }

    @Test
    void aThrottleThatNamesThePastIsAPauseThatGrows() {
        // Given
        Instant past = Orders.START.minusSeconds(30);
        x.failSend(new XError.Throttled(past, "slow down", 429));
        x.failSend(new XError.Throttled(past, "slow down", 429));

        // When
        Disposition.Defer first = (Disposition.Defer) pipeline.send(order, 1);
        clock.set(first.until());
        Disposition.Defer second = (Disposition.Defer) pipeline.send(order, 1);

        // Then
        assertThat(first.until()).isEqualTo(Orders.START.plusSeconds(5));
        assertThat(second.until()).isEqualTo(first.until().plusSeconds(10));
        assertThat(x.sends()).isEqualTo(2);
    }

    @Test
    void aThrottledLookupThatNamesThePastIsTriedAgainLater() {
        // Given
        x.failLookup(new XError.Throttled(Orders.START.minusSeconds(30), "slow down", 429));

        // When
        Disposition next = pipeline.send(order, 3);

        // Then
        assertThat(next)
                .isInstanceOfSatisfying(
                        Disposition.Retry.class,
                        wait -> assertThat(wait.notBefore()).isAfterOrEqualTo(Orders.START.plusSeconds(2)));
    }

    @Test
    void anOrderThatIsThrottledBeyondItsDeadlineMissedIt() {
        // Given
        x.failSend(new XError.Throttled(order.deadline().plusSeconds(1), "slow down", 429));

        // When
        DmAttempted event = attempted(pipeline.send(order, 1));

        // Then
        assertThat(event.getOutcome()).isEqualTo(DmOutcome.DEADLINE_MISSED);
    }

    @Test
    void aThrottleWithoutATimeIsAPauseOfOurs() {
        // Given
        x.failSend(new XError.Throttled(null, "slow down", 429));

        // When
        Disposition next = pipeline.send(order, 1);

        // Then
        assertThat(Dispositions.deferredUntil(next, true)).isEqualTo(Orders.START.plus(desk.timings.throttled()));
    }

    @Test
    void aThrottledLookupHoldsUpNobodyElse() {
        // Given
        Instant until = Orders.START.plusSeconds(90);
        x.failLookup(new XError.Throttled(until, "slow down", 429));

        // When
        Disposition next = pipeline.send(order, 1);

        // Then
        assertThat(Dispositions.retryAt(next)).isEqualTo(until);
        Order byId = Order.of(Orders.requested("ver_2", Orders.START)
                .setTargetUserId(Orders.ALICE)
                .build());
        assertThat(attempted(pipeline.send(byId, 1)).getOutcome()).isEqualTo(DmOutcome.SENT);
    }

    @Test
    void xIsNotAskedBeyondItsBudgetOfLookups() {
        // Given
        Instant until = Orders.START.plusSeconds(90);
        x.failLookup(new XError.Throttled(until, "slow down", 429));
        pipeline.send(order, 1);

        // When
        Disposition next = pipeline.send(Orders.order("ver_2", Orders.START), 1);

        // Then
        assertThat(Dispositions.retryAt(next)).isEqualTo(until);
        assertThat(x.lookups()).isEqualTo(1);
    }

    @Test
    void whatWasCertainlyNotDoneIsTriedAgainAndCostsNothing() {
        // Given
        x.failSend(new XError.Unavailable("no connection", null));
        x.failSend(new XError.Unavailable("no connection", null));
        x.failSend(new XError.Unavailable("no connection", null));

        // When
        for (int attempt = 1; attempt < MOST_ATTEMPTS; attempt++) {
            assertThat(pipeline.send(order, attempt)).isInstanceOf(Disposition.Retry.class);
        }

        // Then
        assertThat(attempted(pipeline.send(order, MOST_ATTEMPTS)).getOutcome()).isEqualTo(DmOutcome.SENT);
        assertThat(attempted(pipeline.send(Orders.order("ver_2", Orders.START), 1))
                        .getOutcome())
                .isEqualTo(DmOutcome.SENT);
    }

    @Test
    void afterTheLastAttemptXCountsAsUnavailable() {
        // Given
        x.failSend(new XError.Unavailable("no connection", null));

        // When
        DmAttempted event = attempted(pipeline.send(order, MOST_ATTEMPTS));

        // Then
        assertThat(event.getReason()).isEqualTo(DmReason.X_UNAVAILABLE);
    }

    @Test
    void aLostAnswerIsFoundInTheConversation() {
        // Given
        x.loseAnswer();
        Disposition unknownOutcome = pipeline.send(order, 1);
        assertThat(Dispositions.retryAt(unknownOutcome)).isEqualTo(Orders.START.plus(GRACE));
        clock.advance(GRACE);

        // When
        Disposition.Attempted next = (Disposition.Attempted) pipeline.send(order, 2);

        // Then
        assertThat(next.source()).isEqualTo(Disposition.Source.FOUND);
        assertThat(next.event().getOutcome()).isEqualTo(DmOutcome.SENT);
        assertThat(next.event().getAttemptedAt()).isEqualTo(Orders.START);
        assertThat(next.event().getDmEventId()).isEqualTo(x.inbox().getFirst().eventId());
        assertThat(x.inbox()).hasSize(1);
    }

    @Test
    void whatIsNotInTheConversationIsSentAgainWithTheSameCode() {
        // Given
        x.failSend(new XError.UnknownOutcome("500", 500));
        pipeline.send(order, 1);
        clock.advance(GRACE);

        // When
        DmAttempted event = attempted(pipeline.send(order, 2));

        // Then
        assertThat(event.getOutcome()).isEqualTo(DmOutcome.SENT);
        assertThat(x.inbox())
                .singleElement()
                .satisfies(message -> assertThat(message.text()).contains(Keys.codeOf("ver_1")));
    }

    @Test
    void anOutageEndsAfterSoManyAttempts() {
        // Given
        Order patient = patient("ver_1", Orders.START.plus(WINDOW));
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            x.failSend(new XError.UnknownOutcome("500", 500));
            assertThat(Dispositions.afterReport(pipeline.send(patient, attempt)))
                    .isInstanceOf(Disposition.Retry.class);
            desk.budget.giveBack(desk.account.budgets().messages(), clock.instant());
            clock.advance(Duration.ofSeconds(30));
        }

        // When
        DmAttempted event = attempted(pipeline.send(patient, MOST_ATTEMPTS + 1));

        // Then
        assertThat(event.getReason()).isEqualTo(DmReason.X_UNAVAILABLE);
        assertThat(x.sends()).isEqualTo(MOST_ATTEMPTS);
    }

    @Test
    void nothingIsReadBeforeTheGraceIsOver() {
        // Given
        x.failSend(new XError.UnknownOutcome("500", 500));
        pipeline.send(order, 1);

        // When
        Disposition early = pipeline.send(order, 2);

        // Then
        assertThat(Dispositions.retryAt(early)).isEqualTo(Orders.START.plus(GRACE));
        assertThat(x.sends()).isEqualTo(1);
    }

    @Test
    void anEarlierMessageWithTheSameCodeIsNotTakenForThisOne() {
        // Given
        pipeline.send(order, 1);
        clock.advance(Duration.ofMinutes(1));
        Order second = Order.of(
                Orders.requested("ver_1", clock.instant()).setDispatch(2).build());
        x.failSend(new XError.UnknownOutcome("500", 500));
        pipeline.send(second, 1);
        desk.budget.giveBack(desk.account.budgets().messages(), clock.instant());
        clock.advance(GRACE);

        // When
        Disposition.Attempted next = (Disposition.Attempted) pipeline.send(second, 2);

        // Then
        assertThat(next.source()).isEqualTo(Disposition.Source.DECIDED);
        assertThat(x.inbox()).hasSize(2);
    }

    @Test
    void onlyOurMessageWithThisCodeIsTakenForOurs() {
        // Given
        x.failSend(new XError.UnknownOutcome("500", 500));
        pipeline.send(order, 1);
        clock.advance(GRACE);
        x.write(new UserId(Orders.ALICE), "is it " + Keys.codeOf("ver_1") + " ?");
        x.write(PlayedX.BRAND, "the code of another verification: 000000");

        // When
        Disposition.Attempted next = (Disposition.Attempted) pipeline.send(order, 2);

        // Then
        assertThat(next.source()).isEqualTo(Disposition.Source.DECIDED);
        assertThat(x.sends()).isEqualTo(2);
    }

    @Test
    void aLookThatTookTooLongIsFollowedByNoMessage() {
        // Given: the claim may have another owner before a message would be over
        x.failSend(new XError.UnknownOutcome("500", 500));
        pipeline.send(order, 1);
        clock.advance(GRACE);
        x.whileReading(() -> clock.advance(LEASE.multipliedBy(2).dividedBy(3).plusMillis(1)));

        // When
        Disposition next = pipeline.send(order, 2);

        // Then
        assertThat(next).isInstanceOf(Disposition.Retry.class);
        assertThat(x.sends()).isEqualTo(1);
    }

    @Test
    void theClaimOfADeadReplicaIsLookedIntoBeforeSending() {
        // Given
        ClaimResult.Claimed dead = (ClaimResult.Claimed) desk.ledger.claim(order.id());
        desk.ledger.address(dead.claim(), Recipient.given(new UserId(Orders.ALICE), null));
        desk.ledger.call(dead.claim(), clock.instant());
        x.send(new UserId(Orders.ALICE), "code " + Keys.codeOf("ver_1"));
        clock.advance(LEASE);
        pipeline.send(order, 1);
        clock.advance(GRACE);

        // When
        Disposition.Attempted next = (Disposition.Attempted) pipeline.send(order, 2);

        // Then
        assertThat(next.source()).isEqualTo(Disposition.Source.FOUND);
        assertThat(x.inbox()).hasSize(1);
    }

    @Test
    void whoDiedBeforeTheRecipientWasKnownHadSentNothing() {
        // Given
        desk.ledger.claim(order.id());
        clock.advance(LEASE);
        x.failLookup(new XError.TargetUnknown("no such user", 404));

        // When
        DmAttempted event = attempted(pipeline.send(order, 1));

        // Then
        assertThat(event.getReason()).isEqualTo(DmReason.TARGET_UNKNOWN);
        assertThat(event.getDetail()).isEqualTo("no such user");
    }

    @Test
    void whileAnotherReplicaIsAtItWeWait() {
        // Given
        desk.ledger.claim(order.id());

        // When
        Disposition next = pipeline.send(order, 1);

        // Then
        assertThat(Dispositions.retryAt(next)).isEqualTo(Orders.START.plus(LEASE));
    }

    @Test
    void aMessageThatMayBeOutThereIsLookedForBeyondTheDeadline() {
        // Given
        x.loseAnswer();
        pipeline.send(order, 1);
        clock.set(order.deadline());

        // When
        DmAttempted event = attempted(pipeline.send(order, 2));

        // Then
        assertThat(event.getOutcome()).isEqualTo(DmOutcome.SENT);
    }

    @Test
    void aLookThatFailsForTooLongEndsInARefusalThatSaysSo() {
        // Given
        x.loseAnswer();
        pipeline.send(order, 1);
        x.failRead(new XError.Unavailable("503", 503));
        clock.advance(desk.timings.search());

        // When
        DmAttempted event = attempted(pipeline.send(order, 2));

        // Then
        assertThat(event.getReason()).isEqualTo(DmReason.X_UNAVAILABLE);
        assertThat(event.getMayBeOut()).isTrue();
    }

    @Test
    void anAccountInTroubleWaitsAndIsProbedByOne() {
        // Given
        x.failSend(new XError.SenderRestricted("automated", 403));
        assertThat(Dispositions.deferredUntil(pipeline.send(order, 1), true)).isEqualTo(Orders.START.plusSeconds(5));
        assertThat(Dispositions.deferredUntil(pipeline.send(Orders.order("ver_2", Orders.START), 1), false))
                .isEqualTo(Orders.START.plusSeconds(5));
        clock.advance(Duration.ofSeconds(5));

        // When
        DmAttempted probe = attempted(pipeline.send(order, 1));

        // Then
        assertThat(probe.getOutcome()).isEqualTo(DmOutcome.SENT);
        assertThat(desk.account.breaker().block()).isEmpty();
        assertThat(x.sends()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aRefusalBecauseOfTheRecipientProvesThatTheAccountWorks(XError error, String reason) {
        // Given
        desk.account.breaker().trip(DmReason.OUT_OF_CREDITS, "no credits");
        clock.advance(Duration.ofSeconds(5));
        x.failSend(error);

        // When
        DmAttempted event = attempted(pipeline.send(order, 1));

        // Then
        assertThat(ReasonWords.of(event.getReason())).isEqualTo(reason);
        assertThat(desk.account.breaker().block()).isEmpty();
    }

    @Test
    void aProbeThatNeverCalledXMakesRoomForTheNext() {
        // Given
        desk.account.breaker().trip(DmReason.OUT_OF_CREDITS, "no credits");
        clock.advance(Duration.ofSeconds(5));
        x.failLookup(new XError.TargetUnknown("nobody", 404));
        pipeline.send(order, 1);

        // When
        DmAttempted event = attempted(pipeline.send(Orders.order("ver_2", Orders.START), 1));

        // Then
        assertThat(event.getOutcome()).isEqualTo(DmOutcome.SENT);
    }

    @Test
    void anAccountInTroubleUntilTheDeadlineMeansRefusedWithTheReason() {
        // Given
        x.failSend(new XError.OutOfCredits("no credits", 402));
        clock.set(order.deadline().minusSeconds(5));

        // When
        DmAttempted event = attempted(pipeline.send(order, 1));

        // Then
        assertThat(event.getOutcome()).isEqualTo(DmOutcome.REFUSED);
        assertThat(event.getReason()).isEqualTo(DmReason.OUT_OF_CREDITS);
    }

    @Test
    void aLookupOfAMisconfiguredAppOpensTheBreakerToo() {
        // Given
        x.failLookup(new XError.AppMisconfigured("bad keys", 401));

        // When
        Disposition next = pipeline.send(order, 1);

        // Then
        assertThat(Dispositions.deferredUntil(next, true)).isEqualTo(Orders.START.plusSeconds(5));
    }

    @Test
    void whatXSaysOfItsBudgetIsHeeded() {
        // Given
        Instant reset = Orders.START.plusSeconds(30);
        x.say(new RateLimits(List.of(new RateLimit(RateLimit.Window.FIFTEEN_MINUTES, 15, 0, reset))));
        pipeline.send(order, 1);

        // When
        Disposition next = pipeline.send(Orders.order("ver_2", Orders.START), 1);

        // Then
        assertThat(Dispositions.deferredUntil(next, false)).isEqualTo(reset);
    }

    private static Order patient(String verificationId, Instant deadline) {
        return Order.of(Orders.requested(verificationId, Orders.START)
                .setSendDeadline(deadline)
                .build());
    }

    private static DmAttempted attempted(Disposition next) {
        assertThat(next).isInstanceOf(Disposition.Attempted.class);
        return ((Disposition.Attempted) next).event();
    }
}
