package com.dmverify.sender.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.dmverify.events.DmOutcome;
import com.dmverify.events.DmReason;
import com.dmverify.sender.fixture.Orders;
import com.dmverify.sender.fixture.SendFixture;
import com.dmverify.sender.order.Order;
import com.dmverify.x.UserId;
import com.dmverify.x.XError;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Redis may answer slowly between the checks and the call: what depends on the time is checked again. */
class LastCheckTest {

    private static final Duration TOO_LATE_FOR_A_CALL =
            SendFixture.LEASE.multipliedBy(2).dividedBy(3).plusMillis(1);

    private final SendFixture desk = new SendFixture();
    private final Order order = Orders.order("ver_1", Orders.START);

    @AfterEach
    void nothingWasLookedFor() {
        assertThat(desk.x.reads()).isZero();
    }

    @Test
    void aLeaseThatIsNearlyOverWhenTheCallIsToBeginAllowsNone() {
        // Given
        desk.ledger.beforeCall(() -> desk.clock.advance(TOO_LATE_FOR_A_CALL));

        // When
        Disposition next = desk.pipeline.send(order, 1);

        // Then
        assertThat(next).isInstanceOf(Disposition.Retry.class);
        assertThat(desk.x.sends()).isZero();
    }

    @Test
    void whatWasNotCalledIsNotInDoubtAndCountsNowhere() {
        // Given: more slow passages than the window and the person have messages
        desk.ledger.beforeCall(() -> desk.clock.advance(TOO_LATE_FOR_A_CALL));
        desk.pipeline.send(order, 1);
        desk.pipeline.send(order, 2);
        desk.pipeline.send(order, 3);
        desk.ledger.beforeCall(() -> {});

        // When
        Disposition.Attempted next = (Disposition.Attempted) desk.pipeline.send(order, 4);

        // Then
        assertThat(next.event().getOutcome()).isEqualTo(DmOutcome.SENT);
        assertThat(desk.x.sends()).isEqualTo(1);
    }

    @Test
    void aHandleThatBecameTooOldBeforeTheCallIsLookedUpAgain() {
        // Given: it is fresh when the passage begins
        desk.x.failSend(new XError.Unavailable("503", 503));
        desk.pipeline.send(order, 1);
        desk.clock.advance(SendFixture.HANDLE_MEMORY.minusSeconds(5));
        desk.ledger.beforeCall(() -> desk.clock.advance(Duration.ofSeconds(5)));
        desk.x.handOver(new UserId("2000000000000000009"));

        // When
        Disposition slow = desk.pipeline.send(order, 2);
        desk.ledger.beforeCall(() -> {});
        Disposition.Attempted next = (Disposition.Attempted) desk.pipeline.send(order, 3);

        // Then
        assertThat(slow).isInstanceOf(Disposition.Retry.class);
        assertThat(next.event().getReason()).isEqualTo(DmReason.HANDLE_CHANGED);
        assertThat(desk.x.inbox()).isEmpty();
    }

    @Test
    void whenTheLedgerDoesNotAnswerBeforeTheCallNothingIsCountedAndNothingIsInDoubt() {
        // Given
        desk.ledger.beforeCall(() -> {
            throw new IllegalStateException("no answer of Redis");
        });

        // When
        assertThatIllegalStateException().isThrownBy(() -> desk.pipeline.send(order, 1));

        // Then
        desk.ledger.beforeCall(() -> {});
        assertThat(desk.budget.look(desk.account.budgets().messages()).windows())
                .first()
                .satisfies(window -> assertThat(window.left()).isEqualTo(window.limit()));
        assertThat(desk.pipeline.send(order, 2)).isInstanceOf(Disposition.Attempted.class);
        assertThat(desk.x.sends()).isEqualTo(1);
    }
}
