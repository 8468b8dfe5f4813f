package com.dmverify.sender.send;

import static com.dmverify.sender.fixture.SendFixture.GRACE;
import static com.dmverify.sender.fixture.SendFixture.REPORT_MARGIN;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.events.DmAttempted;
import com.dmverify.events.DmOutcome;
import com.dmverify.sender.fixture.Dispositions;
import com.dmverify.sender.fixture.Orders;
import com.dmverify.sender.fixture.SendFixture;
import com.dmverify.sender.order.Order;
import com.dmverify.x.XError;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How the report deadline of an order bounds the search for a message whose outcome is unknown. */
class ReportDeadlineTest {

    private static final Instant DEADLINE = Orders.START.plus(Duration.ofMinutes(7));

    private final SendFixture desk = new SendFixture();

    @Test
    void aSearchGoesOnUntilTheReportIsDue() {
        // Given
        Order order = orderInDoubt();
        desk.clock.set(DEADLINE.minus(REPORT_MARGIN).minus(Duration.ofMinutes(1)));
        desk.x.failRead(new XError.Unavailable("503", 503));

        // Then
        assertThat(Dispositions.retryAt(desk.pipeline.send(order, 2))).isAfter(desk.clock.instant());
    }

    @Test
    void theFinalReportComesBeforeItsDeadlineAndSaysThatAMessageMayBeOut() {
        // Given
        Order order = orderInDoubt();
        int sends = desk.x.sends();
        desk.clock.set(DEADLINE.minus(REPORT_MARGIN));

        // When
        Disposition last = desk.pipeline.send(order, 3);

        // Then
        assertThat(last).isInstanceOf(Disposition.Attempted.class);
        DmAttempted report = ((Disposition.Attempted) last).event();
        assertThat(report.getOutcome()).isEqualTo(DmOutcome.DEADLINE_MISSED);
        assertThat(report.getMayBeOut()).isTrue();
        assertThat(desk.x.sends()).isEqualTo(sends);
    }

    @Test
    void aRetryThatWouldMissTheReportDeadlineIsReportedAtOnce() {
        // Given
        Order order = orderInDoubt();
        desk.clock.set(DEADLINE.minus(REPORT_MARGIN).minusMillis(100));
        desk.x.failRead(new XError.Unavailable("503", 503));

        // When
        Disposition last = desk.pipeline.send(order, 3);

        // Then
        assertThat(last).isInstanceOf(Disposition.Attempted.class);
        assertThat(((Disposition.Attempted) last).event().getMayBeOut()).isTrue();
    }

    private Order orderInDoubt() {
        Order order = Order.of(Orders.requested("ver_report", Orders.START)
                .setReportDeadline(DEADLINE)
                .build());
        desk.x.failSend(new XError.UnknownOutcome("time-out", null));
        assertThat(Dispositions.retryAt(desk.pipeline.send(order, 1))).isEqualTo(Orders.START.plus(GRACE));
        return order;
    }
}
