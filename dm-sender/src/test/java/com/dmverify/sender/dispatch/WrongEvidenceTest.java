package com.dmverify.sender.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.events.DmAttempted;
import com.dmverify.events.DmOutcome;
import com.dmverify.sender.cast.Desk;
import com.dmverify.sender.cast.HandClock;
import com.dmverify.sender.cast.Keys;
import com.dmverify.sender.cast.Orders;
import com.dmverify.sender.order.Order;
import com.dmverify.x.ClockOffset;
import com.dmverify.x.XError;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WrongEvidenceTest {

    private final Desk desk = new Desk();
    private final Order order = Orders.order("ver_1", HandClock.START);

    @Test
    void whileXsClockIsFarFromOursNothingIsTakenForUnsent() {
        // Given
        desk.x.failSend(new XError.UnknownOutcome("500", 500));
        desk.dispatcher.dispatch(order, 1);
        desk.clockOffset.set(new ClockOffset(Duration.ofSeconds(-12), Duration.ofSeconds(-11)));
        desk.clock.move(Desk.GRACE);

        // When
        Next next = desk.dispatcher.dispatch(order, 2);

        // Then
        assertThat(next).isInstanceOf(Next.TryAgain.class);
        assertThat(desk.x.sends()).isEqualTo(1);
    }

    @Test
    void whileXsClockIsUnmeasuredNothingIsTakenForUnsent() {
        // Given
        desk.x.failSend(new XError.UnknownOutcome("500", 500));
        desk.dispatcher.dispatch(order, 1);
        desk.clockOffset.set(null);
        desk.clock.move(Desk.GRACE);

        // When
        Next next = desk.dispatcher.dispatch(order, 2);

        // Then
        assertThat(next).isInstanceOf(Next.TryAgain.class);
        assertThat(desk.x.sends()).isEqualTo(1);
    }

    @Test
    void aClockThatIsNearEnoughIsNoReasonToWait() {
        // Given
        desk.x.failSend(new XError.UnknownOutcome("500", 500));
        desk.dispatcher.dispatch(order, 1);
        desk.clockOffset.set(new ClockOffset(Duration.ofSeconds(-10), Duration.ofSeconds(-9)));
        desk.clock.move(Desk.GRACE);

        // When
        DmAttempted event = ((Next.Attempted) desk.dispatcher.dispatch(order, 2)).event();

        // Then
        assertThat(event.getOutcome()).isEqualTo(DmOutcome.SENT);
    }

    @Test
    void aDuplicateAfterAWrongLookMeansThatTheFirstOneWasTaken() {
        // Given: X took the first message and did not show it when we looked
        Runnable shown = desk.x.takeAndShowLater("code " + Keys.codeOf("ver_1"));
        desk.x.failSend(new XError.UnknownOutcome("timed out", null));
        desk.dispatcher.dispatch(order, 1);
        desk.clock.move(Duration.ofMinutes(1));
        desk.x.failSend(new XError.UnknownOutcome("duplicate", 403));
        assertThat(desk.dispatcher.dispatch(order, 2)).isInstanceOf(Next.TryAgain.class);
        shown.run();
        desk.clock.move(Desk.GRACE);

        // When
        DmAttempted event = ((Next.Attempted) desk.dispatcher.dispatch(order, 3)).event();

        // Then
        assertThat(event.getOutcome()).isEqualTo(DmOutcome.SENT);
        assertThat(event.getDmEventId()).isEqualTo("99");
        assertThat(desk.x.sends()).isEqualTo(2);
    }
}
