package com.dmverify.sender.send;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.events.DmAttempted;
import com.dmverify.events.DmOutcome;
import com.dmverify.events.DmReason;
import com.dmverify.sender.fixture.Orders;
import com.dmverify.sender.fixture.SendFixture;
import com.dmverify.sender.order.Order;
import com.dmverify.x.UserId;
import com.dmverify.x.XError;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecipientLimitTest {

    private static final Duration BETWEEN = SendFixture.WINDOW.dividedBy(2);

    private final SendFixture desk = new SendFixture();

    @Test
    void theSixthMessageInAnHourIsRefusedAlsoByIdAndOfAnotherTenant() {
        // Given
        for (int message = 1; message <= SendFixture.PER_PERSON; message++) {
            assertThat(send("ver_" + message).getOutcome()).isEqualTo(DmOutcome.SENT);
            desk.clock.advance(BETWEEN);
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
        assertThat(desk.x.sends()).isEqualTo(SendFixture.PER_PERSON);
    }

    @Test
    void afterTheHourThePersonGetsMessagesAgain() {
        // Given
        for (int message = 1; message <= SendFixture.PER_PERSON; message++) {
            send("ver_" + message);
            desk.clock.advance(BETWEEN);
        }
        desk.clock.advance(Duration.ofHours(1));

        // When
        DmAttempted event = send("ver_6");

        // Then
        assertThat(event.getOutcome()).isEqualTo(DmOutcome.SENT);
    }

    @Test
    void whatXRefusedDoesNotCount() {
        // Given
        SendFixture fast = SendFixture.unlimited();
        for (int message = 1; message <= SendFixture.PER_PERSON + 1; message++) {
            fast.x.failSend(new XError.TargetClosed("no", 403));
            dispatch(fast, "closed_" + message, 1);
        }

        // When
        DmAttempted event = ((Disposition.Attempted) dispatch(fast, "ver_1", 1)).event();

        // Then
        assertThat(event.getOutcome()).isEqualTo(DmOutcome.SENT);
    }

    @Test
    void whatCertainlyWasNotSentAfterAllDoesNotCount() {
        // Given
        SendFixture fast = SendFixture.unlimited();
        for (int message = 1; message < SendFixture.PER_PERSON; message++) {
            fast.x.failSend(new XError.UnknownOutcome("500", 500));
            dispatch(fast, "ver_" + message, 1);
            fast.clock.advance(SendFixture.GRACE);
            dispatch(fast, "ver_" + message, 2);
        }

        // When
        DmAttempted event = ((Disposition.Attempted) dispatch(fast, "ver_5", 1)).event();

        // Then
        assertThat(event.getOutcome()).isEqualTo(DmOutcome.SENT);
    }

    @Test
    void aReplicaThatLostItsClaimGivesBackNothingOfTheNewOwnersMessage() {
        // Given: another replica takes over and its message is taken from the budget
        SendFixture fast = SendFixture.unlimited();
        Order order = Orders.order("ver_1", fast.clock.instant());
        fast.ledger.beforeCall(() -> {
            fast.clock.advance(SendFixture.LEASE);
            fast.ledger.claim(order.id());
            fast.budget.take(fast.account
                    .budgets()
                    .messageTo(new UserId(Orders.ALICE), order.id().toString(), order.id() + "/9"));
        });
        assertThat(fast.pipeline.send(order, 1)).isInstanceOf(Disposition.Retry.class);
        fast.ledger.beforeCall(() -> {});

        // When
        for (int message = 2; message <= SendFixture.PER_PERSON; message++) {
            dispatch(fast, "ver_" + message, 1);
        }
        DmAttempted event = ((Disposition.Attempted) dispatch(fast, "ver_6", 1)).event();

        // Then
        assertThat(event.getReason()).isEqualTo(DmReason.RECIPIENT_LIMIT);
        assertThat(fast.x.sends()).isEqualTo(SendFixture.PER_PERSON - 1);
    }

    private static Disposition dispatch(SendFixture desk, String verification, int attempt) {
        return desk.pipeline.send(Orders.order(verification, desk.clock.instant()), attempt);
    }

    private DmAttempted send(String verification) {
        return attempted(Orders.requested(verification, desk.clock.instant()).build());
    }

    private DmAttempted attempted(com.dmverify.events.VerificationRequested requested) {
        return ((Disposition.Attempted) desk.pipeline.send(Order.of(requested), 1)).event();
    }
}
