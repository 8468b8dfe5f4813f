package com.dmverify.sender.send;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.events.DmAttempted;
import com.dmverify.events.DmOutcome;
import com.dmverify.sender.fixture.Dispositions;
import com.dmverify.sender.fixture.Orders;
import com.dmverify.sender.fixture.SendFixture;
import com.dmverify.sender.ledger.Claim;
import com.dmverify.sender.ledger.ClaimResult;
import com.dmverify.sender.order.Order;
import com.dmverify.sender.order.Recipient;
import com.dmverify.x.UserId;
import com.dmverify.x.XError;
import org.junit.jupiter.api.Test;

/** While it is unknown whether X accepted a message, the platform is told so, at most once for a dispatch. */
class InterimReportTest {

    private final SendFixture desk = SendFixture.unlimited();
    private final Order order = Orders.order("ver_1", Orders.START);

    @Test
    void aCallOfUnknownOutcomeIsReportedFromTheStartOfTheCall() {
        // Given
        desk.x.loseAnswerAfter(() -> desk.clock.advance(SendFixture.GRACE));

        // When
        Disposition next = desk.pipeline.send(order, 1);

        // Then
        assertThat(next).isInstanceOf(Disposition.Unconfirmed.class);
        assertThat(Dispositions.retryAt(next)).isAfter(desk.clock.instant());
        DmAttempted interim = ((Disposition.Unconfirmed) next).event();
        assertThat(interim.getOutcome()).isEqualTo(DmOutcome.UNCONFIRMED);
        assertThat(interim.getAttemptedAt()).isEqualTo(Orders.START);
        assertThat(interim.getSettledAt()).isEqualTo(Orders.START);
        assertThat(interim.getRecipientUserId()).isEqualTo(Orders.ALICE);
        assertThat(interim.getMayBeOut()).isFalse();
    }

    @Test
    void aDispatchHasOneInterimReportHoweverOftenItsOutcomeIsUnknown() {
        // Given
        desk.x.failSend(new XError.UnknownOutcome("500", 500)).failSend(new XError.UnknownOutcome("500", 500));
        desk.pipeline.send(order, 1);

        // When
        Disposition early = desk.pipeline.send(order, 2);
        desk.clock.advance(SendFixture.GRACE);
        Disposition second = desk.pipeline.send(order, 3);
        desk.clock.advance(SendFixture.GRACE);
        Disposition third = desk.pipeline.send(order, 4);

        // Then
        assertThat(early).isInstanceOf(Disposition.Retry.class);
        assertThat(second).isInstanceOf(Disposition.Retry.class);
        assertThat(third)
                .isInstanceOfSatisfying(
                        Disposition.Attempted.class,
                        report -> assertThat(report.event().getOutcome()).isEqualTo(DmOutcome.SENT));
        assertThat(desk.x.sends()).isEqualTo(3);
    }

    @Test
    void theCallOfAReplicaThatDiedIsReportedByTheOneThatTakesOver() {
        // Given
        Claim dead = ((ClaimResult.Claimed) desk.ledger.claim(order.id())).claim();
        desk.ledger.address(dead, Recipient.given(new UserId(Orders.ALICE), null));
        desk.ledger.call(dead, Orders.START);
        desk.clock.advance(SendFixture.LEASE);

        // When
        Disposition next = desk.pipeline.send(order, 1);

        // Then
        assertThat(next)
                .isInstanceOfSatisfying(
                        Disposition.Unconfirmed.class,
                        interim -> assertThat(interim.event().getSettledAt()).isEqualTo(Orders.START));
    }

    @Test
    void anOrderThatCertainlyWasNotSentHasNone() {
        // Given
        desk.x.failSend(new XError.Unavailable("503", 503));

        // Then
        assertThat(desk.pipeline.send(order, 1)).isInstanceOf(Disposition.Retry.class);
    }
}
