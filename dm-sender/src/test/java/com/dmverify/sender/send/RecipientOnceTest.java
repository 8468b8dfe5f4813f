package com.dmverify.sender.send;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.events.DmAttempted;
import com.dmverify.events.DmOutcome;
import com.dmverify.events.DmReason;
import com.dmverify.sender.fixture.Keys;
import com.dmverify.sender.fixture.Orders;
import com.dmverify.sender.fixture.SendFixture;
import com.dmverify.sender.order.Order;
import com.dmverify.sender.retry.SendTimings;
import com.dmverify.x.UserId;
import com.dmverify.x.XError;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A handle may change hands between two attempts of one dispatch: whom it goes to is decided once. */
class RecipientOnceTest {

    private final SendFixture desk = new SendFixture();
    private final Order order = Orders.order("ver_1", Orders.START);

    @Test
    void anotherReplicaGoesOnWithTheSamePerson() {
        // Given
        desk.x.failSend(new XError.Unavailable("503", 503));
        desk.pipeline.send(order, 1);

        // When
        Disposition next = anotherReplica().send(order, 2);

        // Then
        assertThat(next).isInstanceOf(Disposition.Attempted.class);
        assertThat(desk.x.lookups()).isEqualTo(1);
    }

    @Test
    void theNextDispatchAsksAnew() {
        // Given
        desk.pipeline.send(order, 1);
        Order second =
                Order.of(Orders.requested("ver_1", Orders.START).setDispatch(2).build());

        // When
        anotherReplica().send(second, 1);

        // Then
        assertThat(desk.x.lookups()).isEqualTo(2);
    }

    @Test
    void aHandleThatWasLookedUpTooLongAgoIsLookedUpAgain() {
        // Given
        desk.x.failSend(new XError.Unavailable("503", 503));
        desk.pipeline.send(order, 1);
        desk.clock.advance(SendFixture.HANDLE_MEMORY);

        // When
        DmAttempted event = ((Disposition.Attempted) desk.pipeline.send(order, 2)).event();

        // Then
        assertThat(desk.x.lookups()).isEqualTo(2);
        assertThat(event.getOutcome()).isEqualTo(DmOutcome.SENT);
        assertThat(event.getRecipientHandleAsOf()).isEqualTo(desk.clock.instant());
    }

    @Test
    void aHandleThatBelongsToAnotherByTheTimeOfTheCallGetsNoMessage() {
        // Given
        desk.x.failSend(new XError.Unavailable("503", 503));
        desk.pipeline.send(order, 1);
        desk.clock.advance(SendFixture.HANDLE_MEMORY);
        desk.x.handOver(new UserId("2000000000000000009"));

        // When
        DmAttempted event = ((Disposition.Attempted) desk.pipeline.send(order, 2)).event();

        // Then
        assertThat(event.getOutcome()).isEqualTo(DmOutcome.REFUSED);
        assertThat(event.getReason()).isEqualTo(DmReason.HANDLE_CHANGED);
        assertThat(desk.x.inbox()).isEmpty();
    }

    @Test
    void theOwnerOfAHandleIsThatOfTheFirstReadingAlsoIfTheOrderThenWaits() {
        // Given
        desk.account.breaker().throttle(Orders.START.plusSeconds(120), "429");
        desk.pipeline.send(order, 1);
        desk.clock.advance(Duration.ofSeconds(121));
        desk.x.handOver(new UserId("2000000000000000009"));

        // When
        DmAttempted event = ((Disposition.Attempted) desk.pipeline.send(order, 2)).event();

        // Then
        assertThat(event.getReason()).isEqualTo(DmReason.HANDLE_CHANGED);
        assertThat(event.getRecipientUserId()).isEqualTo(Orders.ALICE);
        assertThat(desk.x.sends()).isZero();
    }

    @Test
    void anAccountThatXDoesNotServeLooksUpNoHandle() {
        // Given
        desk.account.breaker().trip(DmReason.OUT_OF_CREDITS, "pay");

        // When
        desk.pipeline.send(order, 1);

        // Then
        assertThat(desk.x.lookups()).isZero();
    }

    @Test
    void aMessageThatMayBeOutThereIsLookedForAtItsRecipientBeforeTheHandleIsLookedUpAgain() {
        // Given
        desk.x.loseAnswer();
        desk.pipeline.send(order, 1);
        desk.clock.advance(SendFixture.HANDLE_MEMORY);
        desk.x.handOver(new UserId("2000000000000000009"));

        // When
        DmAttempted event = ((Disposition.Attempted) desk.pipeline.send(order, 2)).event();

        // Then
        assertThat(event.getOutcome()).isEqualTo(DmOutcome.SENT);
        assertThat(event.getRecipientUserId()).isEqualTo(Orders.ALICE);
    }

    @Test
    void whatIsToBeSentAgainIsNotSentWhenTheHandleChangedHands() {
        // Given
        desk.x.failSend(new XError.UnknownOutcome("500", 500));
        desk.pipeline.send(order, 1);
        desk.clock.advance(SendFixture.HANDLE_MEMORY);
        desk.x.handOver(new UserId("2000000000000000009"));

        // When
        DmAttempted event = ((Disposition.Attempted) desk.pipeline.send(order, 2)).event();

        // Then
        assertThat(event.getReason()).isEqualTo(DmReason.HANDLE_CHANGED);
        assertThat(desk.x.inbox()).isEmpty();
    }

    /** It remembers no handles. */
    private SendPipeline anotherReplica() {
        RecipientResolver recipients = new RecipientResolver(desk.clock, Duration.ofMinutes(10), true);
        SendTimings timings = desk.timings;
        return SendPipeline.with(
                desk.accounts,
                Keys.codes(),
                new SenderState(desk.ledger, recipients, desk.echoes, desk.snapshots, desk.optOuts, Optional::empty),
                timings,
                (_, how) -> desk.doubts.add(how),
                desk.switches,
                desk.clock);
    }
}
