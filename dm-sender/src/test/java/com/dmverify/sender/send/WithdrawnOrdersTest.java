package com.dmverify.sender.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.dmverify.events.DmAttempted;
import com.dmverify.events.DmOutcome;
import com.dmverify.events.DmReason;
import com.dmverify.sender.fixture.Orders;
import com.dmverify.sender.fixture.SendFixture;
import com.dmverify.sender.order.Order;
import com.dmverify.x.XError;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

class WithdrawnOrdersTest {

    private static final List<String> VER_1 = List.of("ver_1");

    private final SendFixture desk = new SendFixture();
    private final Order order = Orders.order("ver_1", Orders.START);

    @Test
    void anOrderWhoseVerificationHasEndedIsNotSentAndAsksXNothing() {
        // Given
        desk.ledger.withdraw(VER_1);

        // When
        DmAttempted event = attempted(desk.pipeline.send(order, 1));

        // Then
        assertThat(event.getOutcome()).isEqualTo(DmOutcome.WITHDRAWN);
        assertThat(event.getReason()).isNull();
        assertThat(desk.x.sends() + desk.x.lookups()).isZero();
        assertThat(messagesLeft()).isEqualTo(2);
    }

    @Test
    void anEndRightBeforeTheCallIsSeenAndCostsNoBudget() {
        // Given
        desk.ledger.beforeCall(() -> desk.ledger.withdraw(VER_1));

        // When
        DmAttempted event = attempted(desk.pipeline.send(order, 1));

        // Then
        assertThat(event.getOutcome()).isEqualTo(DmOutcome.WITHDRAWN);
        assertThat(desk.x.sends()).isZero();
        assertThat(messagesLeft()).isEqualTo(2);
    }

    @Test
    void anOrderThatWaitedForTheBudgetIsNotSentIfItsVerificationEndedMeanwhile() {
        // Given
        Order patient = Order.of(Orders.requested("ver_1", Orders.START)
                .setSendDeadline(Orders.START.plus(Duration.ofHours(1)))
                .build());
        desk.pipeline.send(Orders.order("ver_2", Orders.START), 1);
        desk.pipeline.send(Orders.order("ver_3", Orders.START), 1);
        assertThat(desk.pipeline.send(patient, 1)).isInstanceOf(Disposition.Defer.class);
        desk.ledger.withdraw(VER_1);
        desk.clock.advance(SendFixture.WINDOW);

        // When
        DmAttempted event = attempted(desk.pipeline.send(patient, 1));

        // Then
        assertThat(event.getOutcome()).isEqualTo(DmOutcome.WITHDRAWN);
        assertThat(desk.x.sends()).isEqualTo(2);
    }

    @Test
    void aMessageThatMayBeOutThereIsLookedForAndNotSentAgainAfterTheEnd() {
        // Given
        desk.x.failSend(new XError.UnknownOutcome("500", 500));
        desk.pipeline.send(order, 1);
        desk.ledger.withdraw(VER_1);
        desk.clock.advance(SendFixture.GRACE);

        // When
        DmAttempted event = attempted(desk.pipeline.send(order, 2));

        // Then
        assertThat(event.getOutcome()).isEqualTo(DmOutcome.WITHDRAWN);
        assertThat(desk.x.reads()).isEqualTo(1);
        assertThat(desk.x.sends()).isEqualTo(1);
    }

    @Test
    void aMessageThatArrivedBeforeTheEndIsReportedAsSent() {
        // Given
        desk.x.loseAnswer();
        desk.pipeline.send(order, 1);
        desk.ledger.withdraw(VER_1);
        desk.clock.advance(SendFixture.GRACE);

        // When
        DmAttempted event = attempted(desk.pipeline.send(order, 2));

        // Then
        assertThat(event.getOutcome()).isEqualTo(DmOutcome.SENT);
    }

    @Test
    void aPersonWhoOptedOutGetsNothingUnderAnyHandleAndItCostsNoBudget() {
        // Given
        desk.optOuts.changed(Orders.ACCOUNT, Orders.ALICE, true, Orders.START);

        // When
        DmAttempted event = attempted(desk.pipeline.send(order, 1));

        // Then
        assertThat(event.getOutcome()).isEqualTo(DmOutcome.WITHDRAWN);
        assertThat(event.getReason()).isEqualTo(DmReason.OPTED_OUT);
        assertThat(event.getRecipientUserId()).isEqualTo(Orders.ALICE);
        assertThat(desk.x.sends()).isZero();
        assertThat(messagesLeft()).isEqualTo(2);
    }

    @Test
    void anOptOutOfAnotherAccountIsAnotherMatter() {
        // Given
        desk.optOuts.changed("other", Orders.ALICE, true, Orders.START);

        // When
        DmAttempted event = attempted(desk.pipeline.send(order, 1));

        // Then
        assertThat(event.getOutcome()).isEqualTo(DmOutcome.SENT);
    }

    @Test
    void whereOptOutsCannotBeReadNothingIsSentAndNothingIsInDoubt() {
        // Given
        desk.optOuts.fail(new QueryTimeoutException("Redis is away"));
        assertThatExceptionOfType(QueryTimeoutException.class).isThrownBy(() -> desk.pipeline.send(order, 1));
        desk.optOuts.fail(null);

        // When
        DmAttempted event = attempted(desk.pipeline.send(order, 1));

        // Then
        assertThat(event.getOutcome()).isEqualTo(DmOutcome.SENT);
        assertThat(desk.x.reads()).isZero();
        assertThat(desk.x.sends()).isEqualTo(1);
    }

    @Test
    void whileItIsUnknownWhatWasWithdrawnNothingIsSentAndDeadlinesGoOn() {
        // Given
        desk.uninformed.set("the readers of withdrawals are behind");

        // When
        Disposition before = desk.pipeline.send(order, 1);
        desk.clock.set(order.deadline());
        DmAttempted after = attempted(desk.pipeline.send(order, 1));

        // Then
        assertThat(before)
                .isInstanceOfSatisfying(
                        Disposition.Defer.class,
                        wait -> assertThat(wait.until()).isAfter(Orders.START));
        assertThat(after.getOutcome()).isEqualTo(DmOutcome.DEADLINE_MISSED);
        assertThat(desk.x.sends()).isZero();
    }

    private long messagesLeft() {
        return desk.budget
                .look(desk.account.budgets().messages())
                .windows()
                .getFirst()
                .left();
    }

    private static DmAttempted attempted(Disposition next) {
        return ((Disposition.Attempted) next).event();
    }
}
