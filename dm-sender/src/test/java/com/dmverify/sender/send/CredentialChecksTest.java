package com.dmverify.sender.send;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.events.DmAttempted;
import com.dmverify.events.DmOutcome;
import com.dmverify.events.DmReason;
import com.dmverify.sender.account.AccountBlock;
import com.dmverify.sender.fixture.Orders;
import com.dmverify.sender.fixture.SendFixture;
import com.dmverify.sender.order.Order;
import com.dmverify.x.UserId;
import com.dmverify.x.XError;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CredentialChecksTest {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

    private final SendFixture desk = new SendFixture(false);
    private final CredentialChecks credentialChecks = new CredentialChecks(desk.accounts);
    private final Order order = Orders.order("ver_1", Orders.START);

    @Test
    void whoIsConfirmedIsAskedOnce() {
        // When
        credentialChecks.make();
        credentialChecks.make();

        // Then
        assertThat(desk.account.breaker().block()).isEmpty();
        assertThat(desk.x.credentialChecks()).isEqualTo(1);
    }

    @Test
    void wrongCredentialsShowBeforeTheFirstOrder() {
        // Given
        desk.x.failIntroduction(new XError.AppMisconfigured("Could not authenticate you.", 401));

        // When
        credentialChecks.make();

        // Then
        assertThat(desk.account.breaker().block().map(AccountBlock::reason)).contains(DmReason.APP_MISCONFIGURED);
    }

    @Test
    void whatAnOperatorRepairedIsNoticed() {
        // Given
        desk.x.failIntroduction(new XError.AppMisconfigured("connect it at /connections", null));
        credentialChecks.make();

        // When
        credentialChecks.make();

        // Then
        assertThat(desk.account.breaker().block()).isEmpty();
    }

    @Test
    void aTroubleOfAnotherKindIsNotOverWithAnIntroduction() {
        // Given
        desk.account.breaker().trip(DmReason.SENDER_RESTRICTED, "locked");

        // When
        credentialChecks.make();

        // Then
        assertThat(desk.account.breaker().block()).isPresent();
    }

    @Test
    void ordersGoOnWhileXDoesNotSay() {
        // Given
        desk.x.failIntroduction(new XError.Unavailable("over capacity", 503));

        // When
        credentialChecks.make();

        // Then
        DmAttempted event = ((Disposition.Attempted) desk.pipeline.send(order, 1)).event();
        assertThat(event.getOutcome()).isEqualTo(DmOutcome.SENT);
    }

    @Test
    void whereXDidNotSayItIsAskedAgain() {
        // Given
        desk.x.failIntroduction(new XError.Unavailable("over capacity", 503));
        credentialChecks.make();

        // When
        credentialChecks.make();

        // Then
        assertThat(desk.account.x().credentialOwner().isConfirmed()).isTrue();
    }

    @Test
    void aMessageThatXTookSaysWhoWeAreToo() {
        // Given
        desk.x.failIntroduction(new XError.AppMisconfigured("not in your plan", 403));
        desk.pipeline.send(order, 1);

        // When
        credentialChecks.make();

        // Then
        assertThat(desk.x.credentialChecks()).isZero();
        assertThat(desk.account.breaker().block()).isEmpty();
    }

    @Test
    void theFirstMessageOfAStrangerIsTheLast() {
        // Given
        desk.x.is(new UserId("42"));
        desk.pipeline.send(order, 1);

        // When
        desk.pipeline.send(Orders.order("ver_2", Orders.START), 1);

        // Then
        assertThat(desk.x.sends()).isEqualTo(1);
        assertThat(desk.account.breaker().block().map(AccountBlock::reason)).contains(DmReason.APP_MISCONFIGURED);
    }

    @Test
    void aRefusalThatIsRepeatedPutsNoTryOff() {
        // Given
        desk.x
                .failIntroduction(new XError.AppMisconfigured("no", 401))
                .failIntroduction(new XError.AppMisconfigured("no", 401));
        credentialChecks.make();
        AccountBlock first = desk.account.breaker().block().orElseThrow();
        desk.clock.advance(Duration.ofSeconds(3));

        // When
        credentialChecks.make();

        // Then
        assertThat(desk.account.breaker().block()).contains(first);
    }

    @Test
    void nothingIsEverSentInTheNameOfAStranger() {
        // Given
        desk.x.is(new UserId("42"));
        credentialChecks.make();
        desk.clock.advance(LONGEST_PAUSE);

        // When
        Disposition next = desk.pipeline.send(order, 1);

        // Then
        assertThat(next).isInstanceOf(Disposition.Defer.class);
        assertThat(desk.x.sends()).isZero();
        assertThat(desk.x.lookups()).isZero();
        assertThat(desk.account.breaker().block().map(AccountBlock::detail))
                .hasValueSatisfying(detail -> assertThat(detail).contains("@Self (id 42)"));
    }
}
