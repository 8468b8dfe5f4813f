package com.dmverify.sender.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.events.DmAttempted;
import com.dmverify.events.DmOutcome;
import com.dmverify.events.DmReason;
import com.dmverify.sender.cast.Desk;
import com.dmverify.sender.cast.Orders;
import com.dmverify.sender.order.Order;
import com.dmverify.x.UserId;
import com.dmverify.x.XError;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecipientLimitTest {

    private static final Duration BETWEEN = Desk.WINDOW.dividedBy(2);

    private final Desk desk = new Desk();

    @Test
    void theSixthMessageInAnHourIsRefusedAlsoByIdAndOfAnotherTenant() {
        // Given
        for (int message = 1; message <= Desk.PER_PERSON; message++) {
            assertThat(send("ver_" + message).getOutcome()).isEqualTo(DmOutcome.SENT);
            desk.clock.move(BETWEEN);
        }

        // When
        DmAttempted byHandle = send("ver_6");
        DmAttempted byId = attempted(Orders.requested("ver_7", desk.clock.instant())
                .setTargetHandle(null)
                .setTargetUserId(Orders.ALICE)
                .setTenant("other")
                .build());

        // Then
        assertThat(byHandle.getOutcome()).isEqualTo(DmOutcome.REFUSED);
        assertThat(byHandle.getReason()).isEqualTo(DmReason.RECIPIENT_LIMIT);
        assertThat(byId.getReason()).isEqualTo(DmReason.RECIPIENT_LIMIT);
        assertThat(desk.x.sends()).isEqualTo(Desk.PER_PERSON);
    }

    @Test
    void afterTheHourThePersonGetsMessagesAgain() {
        // Given
        for (int message = 1; message <= Desk.PER_PERSON; message++) {
            send("ver_" + message);
            desk.clock.move(BETWEEN);
        }
        desk.clock.move(Duration.ofHours(1));

        // When
        DmAttempted event = send("ver_6");

        // Then
        assertThat(event.getOutcome()).isEqualTo(DmOutcome.SENT);
    }

    @Test
    void whatXRefusedDoesNotCount() {
        // Given
        Desk fast = Desk.unlimited();
        for (int message = 1; message <= Desk.PER_PERSON + 1; message++) {
            fast.x.failSend(new XError.TargetClosed("no", 403));
            dispatch(fast, "closed_" + message, 1);
        }

        // When
        DmAttempted event = ((Next.Attempted) dispatch(fast, "ver_1", 1)).event();

        // Then
        assertThat(event.getOutcome()).isEqualTo(DmOutcome.SENT);
    }

    @Test
    void whatCertainlyWasNotSentAfterAllDoesNotCount() {
        // Given
        Desk fast = Desk.unlimited();
        for (int message = 1; message < Desk.PER_PERSON; message++) {
            fast.x.failSend(new XError.UnknownOutcome("500", 500));
            dispatch(fast, "ver_" + message, 1);
            fast.clock.move(Desk.GRACE);
            dispatch(fast, "ver_" + message, 2);
        }

        // When
        DmAttempted event = ((Next.Attempted) dispatch(fast, "ver_5", 1)).event();

        // Then
        assertThat(event.getOutcome()).isEqualTo(DmOutcome.SENT);
    }

    @Test
    void aReplicaThatLostItsClaimGivesBackNothingOfTheNewOwnersMessage() {
        // Given: another replica takes over and its message is taken from the budget
        Desk fast = Desk.unlimited();
        Order order = Orders.order("ver_1", fast.clock.instant());
        fast.ledger.beforeCall(() -> {
            fast.clock.move(Desk.LEASE);
            fast.ledger.claim(order.id());
            fast.budget.take(fast.account
                    .allowances()
                    .messageTo(new UserId(Orders.ALICE), order.id().toString()));
        });
        assertThat(fast.dispatcher.dispatch(order, 1)).isInstanceOf(Next.TryAgain.class);
        fast.ledger.beforeCall(() -> {});

        // When
        for (int message = 2; message <= Desk.PER_PERSON; message++) {
            dispatch(fast, "ver_" + message, 1);
        }
        DmAttempted event = ((Next.Attempted) dispatch(fast, "ver_6", 1)).event();

        // Then
        assertThat(event.getReason()).isEqualTo(DmReason.RECIPIENT_LIMIT);
        assertThat(fast.x.sends()).isEqualTo(Desk.PER_PERSON - 1);
    }

    private static Next dispatch(Desk desk, String verification, int attempt) {
        return desk.dispatcher.dispatch(Orders.order(verification, desk.clock.instant()), attempt);
    }

    private DmAttempted send(String verification) {
        return attempted(Orders.requested(verification, desk.clock.instant()).build());
    }

    private DmAttempted attempted(com.dmverify.events.VerificationRequested requested) {
        return ((Next.Attempted) desk.dispatcher.dispatch(Order.of(requested), 1)).event();
    }
}
