package com.dmverify.sender.lookup;

import static com.dmverify.sender.fixture.Dispositions.retryAt;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.events.DmAttempted;
import com.dmverify.events.DmOutcome;
import com.dmverify.events.DmReason;
import com.dmverify.events.OrderKind;
import com.dmverify.events.VerificationRequested;
import com.dmverify.sender.fixture.Orders;
import com.dmverify.sender.fixture.SendFixture;
import com.dmverify.sender.order.LookUpOrder;
import com.dmverify.sender.order.RequestedOrder;
import com.dmverify.sender.send.Disposition;
import com.dmverify.x.XError;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LookUpsTest {

    private final SendFixture desk = new SendFixture();
    private final VerificationRequested.Builder order = Orders.lookUp("ver_1", Orders.START);

    @Test
    void aHandleIsResolvedAndNothingIsSent() {
        // When
        DmAttempted report = report(carryOut(1));

        // Then
        assertThat(report.getKind()).isEqualTo(OrderKind.LOOK_UP);
        assertThat(report.getVerificationId()).isEqualTo("ver_1");
        assertThat(report.getDispatch()).isEqualTo(1);
        assertThat(report.getOutcome()).isEqualTo(DmOutcome.RESOLVED);
        assertThat(report.getRecipientUserId()).isEqualTo(Orders.ALICE);
        assertThat(report.getRecipientHandle()).isEqualTo("Alice");
        assertThat(report.getRecipientHandleAsOf()).isEqualTo(Orders.START);
        assertThat(report.getRecipientTakesMessages()).isNull();
        assertThat(desk.x.sends()).isZero();
        assertThat(desk.budget.look(desk.account.budgets().messages()).windows())
                .singleElement()
                .satisfies(window -> assertThat(window.left()).isEqualTo(window.limit()));
    }

    @Test
    void anIdIsResolvedToItsHandle() {
        // Given
        order.setTargetHandle(null).setTargetUserId("42");

        // When
        DmAttempted report = report(carryOut(1));

        // Then
        assertThat(report.getOutcome()).isEqualTo(DmOutcome.RESOLVED);
        assertThat(report.getRecipientUserId()).isEqualTo("42");
        assertThat(report.getRecipientHandle()).isEqualTo("Alice");
    }

    @Test
    void whatXHintsAboutMessagesIsReported() {
        // When
        desk.x.hint(false, Set.of());
        DmAttempted closed = report(carryOut(1));
        desk.x.hint(false, Set.of("followed_by"));
        DmAttempted follower = report(carryOut(1));
        desk.x.hint(true, Set.of());
        DmAttempted open = report(carryOut(1));

        // Then
        assertThat(closed.getRecipientTakesMessages()).isFalse();
        assertThat(follower.getRecipientTakesMessages()).isTrue();
        assertThat(open.getRecipientTakesMessages()).isTrue();
    }

    @Test
    void whatXSaysOfThePersonIsFinal() {
        // Given
        desk.x.failLookup(new XError.TargetUnknown("no such user", 50));

        // When
        DmAttempted report = report(carryOut(1));

        // Then
        assertThat(report.getOutcome()).isEqualTo(DmOutcome.REFUSED);
        assertThat(report.getReason()).isEqualTo(DmReason.TARGET_UNKNOWN);
        assertThat(report.getRecipientUserId()).isNull();
    }

    @Test
    void afterTheDeadlineXIsNotAsked() {
        // Given
        desk.clock.advance(Duration.ofMinutes(1));

        // When
        DmAttempted report = report(carryOut(1));

        // Then
        assertThat(report.getOutcome()).isEqualTo(DmOutcome.DEADLINE_MISSED);
        assertThat(desk.x.lookups()).isZero();
    }

    @Test
    void whenXDoesNotAnswerItIsAskedAgainAndThenCountsAsUnavailable() {
        // Given
        desk.x.failLookup(new XError.Unavailable("502", null)).failLookup(new XError.Unavailable("502", null));

        // When
        Disposition first = carryOut(1);
        DmAttempted last = report(carryOut(SendFixture.MOST_ATTEMPTS));

        // Then
        assertThat(retryAt(first)).isAfter(Orders.START);
        assertThat(last.getReason()).isEqualTo(DmReason.X_UNAVAILABLE);
    }

    @Test
    void onceTheLookUpsAreUsedUpXIsNotAskedAndTheDeadlineIsMissed() {
        // Given
        for (int i = 0; i < SendFixture.LOOKUPS; i++) {
            carryOut(1);
        }

        // When
        DmAttempted report = report(carryOut(1));

        // Then
        assertThat(report.getOutcome()).isEqualTo(DmOutcome.DEADLINE_MISSED);
        assertThat(desk.x.lookups()).isEqualTo(SendFixture.LOOKUPS);
    }

    @Test
    void whileMessagesAreThrottledPersonsAreLookedUp() {
        // Given
        desk.account.breaker().throttle(Orders.START.plusSeconds(600), "429");

        // Then
        assertThat(report(carryOut(1)).getOutcome()).isEqualTo(DmOutcome.RESOLVED);
    }

    @Test
    void anAccountThatCannotCallXWaitsForItsNextTryOrReportsWhy() {
        // Given
        desk.x.failLookup(new XError.OutOfCredits("pay", null));

        // When
        Disposition first = carryOut(1);
        Disposition second = carryOut(1);
        order.setSendDeadline(Orders.START.plusSeconds(1));
        DmAttempted late = report(carryOut(1));

        // Then
        assertThat(retryAt(first)).isEqualTo(retryAt(second));
        assertThat(late.getReason()).isEqualTo(DmReason.OUT_OF_CREDITS);
        assertThat(desk.x.lookups()).isEqualTo(1);
    }

    private Disposition carryOut(int attempt) {
        return desk.lookUps.carryOut((LookUpOrder) RequestedOrder.of(order.build()), attempt);
    }

    private static DmAttempted report(Disposition disposition) {
        assertThat(disposition).isInstanceOf(Disposition.Attempted.class);
        return ((Disposition.Attempted) disposition).event();
    }
}
