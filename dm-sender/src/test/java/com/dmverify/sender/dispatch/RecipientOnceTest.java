package com.dmverify.sender.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.events.DmAttempted;
import com.dmverify.events.DmOutcome;
import com.dmverify.events.DmReason;
import com.dmverify.sender.cast.Desk;
import com.dmverify.sender.cast.HandClock;
import com.dmverify.sender.cast.Keys;
import com.dmverify.sender.cast.Orders;
import com.dmverify.sender.order.Order;
import com.dmverify.sender.patience.Patience;
import com.dmverify.sender.recipient.Recipients;
import com.dmverify.x.UserId;
import com.dmverify.x.XError;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A handle may change hands between two attempts of one dispatch: whom it goes to is decided once. */
class RecipientOnceTest {

    private final Desk desk = new Desk();
    private final Order order = Orders.order("ver_1", HandClock.START);

    @Test
    void anotherReplicaGoesOnWithTheSamePerson() {
        // Given
        desk.x.failSend(new XError.Unavailable("503", 503));
        desk.dispatcher.dispatch(order, 1);

        // When
        Next next = anotherReplica().dispatch(order, 2);

        // Then
        assertThat(next).isInstanceOf(Next.Attempted.class);
        assertThat(desk.x.lookups()).isEqualTo(1);
    }

    @Test
    void theNextDispatchAsksAnew() {
        // Given
        desk.dispatcher.dispatch(order, 1);
        Order second = Order.of(
                Orders.requested("ver_1", HandClock.START).setDispatch(2).build());

        // When
        anotherReplica().dispatch(second, 1);

        // Then
        assertThat(desk.x.lookups()).isEqualTo(2);
    }

    @Test
    void aHandleThatWasLookedUpTooLongAgoIsLookedUpAgain() {
        // Given
        desk.x.failSend(new XError.Unavailable("503", 503));
        desk.dispatcher.dispatch(order, 1);
        desk.clock.move(Desk.HANDLE_MEMORY);

        // When
        DmAttempted event = ((Next.Attempted) desk.dispatcher.dispatch(order, 2)).event();

        // Then
        assertThat(desk.x.lookups()).isEqualTo(2);
        assertThat(event.getOutcome()).isEqualTo(DmOutcome.SENT);
        assertThat(event.getRecipientHandleAsOf()).isEqualTo(desk.clock.instant());
    }

    @Test
    void aHandleThatBelongsToAnotherByTheTimeOfTheCallGetsNoMessage() {
        // Given
        desk.x.failSend(new XError.Unavailable("503", 503));
        desk.dispatcher.dispatch(order, 1);
        desk.clock.move(Desk.HANDLE_MEMORY);
        desk.x.handOver(new UserId("2000000000000000009"));

        // When
        DmAttempted event = ((Next.Attempted) desk.dispatcher.dispatch(order, 2)).event();

        // Then
        assertThat(event.getOutcome()).isEqualTo(DmOutcome.REFUSED);
        assertThat(event.getReason()).isEqualTo(DmReason.HANDLE_CHANGED);
        assertThat(desk.x.inbox()).isEmpty();
    }

    @Test
    void aMessageThatMayBeOutThereIsLookedForAtItsRecipientBeforeTheHandleIsLookedUpAgain() {
        // Given
        desk.x.loseAnswer();
        desk.dispatcher.dispatch(order, 1);
        desk.clock.move(Desk.HANDLE_MEMORY);
        desk.x.handOver(new UserId("2000000000000000009"));

        // When
        DmAttempted event = ((Next.Attempted) desk.dispatcher.dispatch(order, 2)).event();

        // Then
        assertThat(event.getOutcome()).isEqualTo(DmOutcome.SENT);
        assertThat(event.getRecipientUserId()).isEqualTo(Orders.ALICE);
    }

    @Test
    void whatIsToBeSentAgainIsNotSentWhenTheHandleChangedHands() {
        // Given
        desk.x.failSend(new XError.UnknownOutcome("500", 500));
        desk.dispatcher.dispatch(order, 1);
        desk.clock.move(Desk.HANDLE_MEMORY);
        desk.x.handOver(new UserId("2000000000000000009"));

        // When
        DmAttempted event = ((Next.Attempted) desk.dispatcher.dispatch(order, 2)).event();

        // Then
        assertThat(event.getReason()).isEqualTo(DmReason.HANDLE_CHANGED);
        assertThat(desk.x.inbox()).isEmpty();
    }

    /** It remembers no handles. */
    private Dispatcher anotherReplica() {
        Recipients recipients = new Recipients(desk.clock, Duration.ofMinutes(10), true);
        Patience patience = desk.patience;
        return Dispatcher.with(
                desk.accounts,
                Keys.codes(),
                new Memory(
                        desk.ledger,
                        desk.budget,
                        recipients,
                        desk.sightings,
                        desk.surveys,
                        desk.optOuts,
                        Optional::empty),
                patience,
                (_, how) -> desk.doubts.add(how),
                desk.clock);
    }
}
