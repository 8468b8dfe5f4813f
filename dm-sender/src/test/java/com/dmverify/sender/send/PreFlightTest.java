package com.dmverify.sender.send;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.events.DmAttempted;
import com.dmverify.events.DmOutcome;
import com.dmverify.events.DmReason;
import com.dmverify.sender.fixture.Orders;
import com.dmverify.sender.fixture.SendFixture;
import com.dmverify.sender.order.Order;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PreFlightTest {

    private final SendFixture desk = new SendFixture();

    @BeforeEach
    void xHintsThatNoMessageIsTaken() {
        desk.x.hint(false, Set.of());
    }

    @Test
    void whoCannotBeReachedCostsNoMessage() {
        // When
        DmAttempted event = dispatch(1);

        // Then
        assertThat(event.getOutcome()).isEqualTo(DmOutcome.REFUSED);
        assertThat(event.getReason()).isEqualTo(DmReason.TARGET_CLOSED);
        assertThat(event.getRecipientUserId()).isEqualTo(Orders.ALICE);
        assertThat(desk.x.sends()).isZero();
        assertThat(desk.budget.look(desk.account.budgets().messages()).windows())
                .singleElement()
                .satisfies(window -> assertThat(window.left()).isEqualTo(window.limit()));
    }

    @Test
    void whoActedSinceIsTriedInEarnest() {
        // Given
        dispatch(1);

        // When
        DmAttempted event = dispatch(2);

        // Then
        assertThat(event.getOutcome()).isEqualTo(DmOutcome.SENT);
    }

    private DmAttempted dispatch(int number) {
        Order order = Order.of(
                Orders.requested("ver_1", Orders.START).setDispatch(number).build());
        return ((Disposition.Attempted) desk.pipeline.send(order, 1)).event();
    }
}
