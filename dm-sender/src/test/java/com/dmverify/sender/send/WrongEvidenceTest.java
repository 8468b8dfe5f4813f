package com.dmverify.sender.send;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.events.DmAttempted;
import com.dmverify.events.DmOutcome;
import com.dmverify.sender.fixture.Dispositions;
import com.dmverify.sender.fixture.Keys;
import com.dmverify.sender.fixture.Orders;
import com.dmverify.sender.fixture.SendFixture;
import com.dmverify.sender.order.Order;
import com.dmverify.x.ClockOffset;
import com.dmverify.x.XError;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WrongEvidenceTest {

    private final SendFixture desk = new SendFixture();
    private final Order order = Orders.order("ver_1", Orders.START);

    @Test
    void whileXsClockIsFarFromOursNothingIsTakenForUnsent() {
        // Given
        desk.x.failSend(new XError.UnknownOutcome("500", 500));
        desk.pipeline.send(order, 1);
        desk.clockOffset.set(new ClockOffset(Duration.ofSeconds(-12), Duration.ofSeconds(-11)));
        desk.clock.advance(SendFixture.GRACE);

        // When
        Disposition next = desk.pipeline.send(order, 2);

        // Then
        assertThat(Dispositions.afterReport(next)).isInstanceOf(Disposition.Retry.class);
        assertThat(desk.x.sends()).isEqualTo(1);
    }

    @Test
    void whileXsClockIsUnmeasuredNothingIsTakenForUnsent() {
        // Given
        desk.x.failSend(new XError.UnknownOutcome("500", 500));
        desk.pipeline.send(order, 1);
        desk.clockOffset.set(null);
        desk.clock.advance(SendFixture.GRACE);

        // When
        Disposition next = desk.pipeline.send(order, 2);

        // Then
        assertThat(Dispositions.afterReport(next)).isInstanceOf(Disposition.Retry.class);
        assertThat(desk.x.sends()).isEqualTo(1);
    }

    @Test
    void aClockThatIsNearEnoughIsNoReasonToWait() {
        // Given
        desk.x.failSend(new XError.UnknownOutcome("500", 500));
        desk.pipeline.send(order, 1);
        desk.clockOffset.set(new ClockOffset(Duration.ofSeconds(-10), Duration.ofSeconds(-9)));
        desk.clock.advance(SendFixture.GRACE);

        // When
        DmAttempted event = ((Disposition.Attempted) desk.pipeline.send(order, 2)).event();

        // Then
        assertThat(event.getOutcome()).isEqualTo(DmOutcome.SENT);
    }

    @Test
    void aDuplicateAfterAWrongLookMeansThatTheFirstOneWasTaken() {
        // Given: X took the first message and did not show it when we looked
        Runnable shown = desk.x.takeAndShowLater("code " + Keys.codeOf("ver_1"));
        desk.x.failSend(new XError.UnknownOutcome("timed out", null));
        desk.pipeline.send(order, 1);
        desk.clock.advance(Duration.ofMinutes(1));
        desk.x.failSend(new XError.UnknownOutcome("duplicate", 403));
        assertThat(Dispositions.afterReport(desk.pipeline.send(order, 2))).isInstanceOf(Disposition.Retry.class);
        shown.run();
        desk.clock.advance(SendFixture.GRACE);

        // When
        DmAttempted event = ((Disposition.Attempted) desk.pipeline.send(order, 3)).event();

        // Then
        assertThat(event.getOutcome()).isEqualTo(DmOutcome.SENT);
        assertThat(event.getDmEventId()).isEqualTo("99");
        assertThat(desk.x.sends()).isEqualTo(2);
    }
}
