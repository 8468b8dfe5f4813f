package com.dmverify.sender.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.events.DmAttempted;
import com.dmverify.events.DmOutcome;
import com.dmverify.sender.account.Trouble;
import com.dmverify.sender.cast.Desk;
import com.dmverify.sender.cast.HandClock;
import com.dmverify.sender.cast.Orders;
import com.dmverify.sender.order.Order;
import com.dmverify.x.UserId;
import com.dmverify.x.XError;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class IntroductionsTest {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

    private final Desk desk = new Desk(false);
    private final Introductions introductions = new Introductions(desk.accounts);
    private final Order order = Orders.order("ver_1", HandClock.START);

    @Test
    void whoIsConfirmedIsAskedOnce() {
        // When
        introductions.make();
        introductions.make();

        // Then
        assertThat(desk.account.breaker().trouble()).isEmpty();
        assertThat(desk.x.introductions()).isEqualTo(1);
    }

    @Test
    void wrongCredentialsShowBeforeTheFirstOrder() {
        // Given
        desk.x.failIntroduction(new XError.AppMisconfigured("Could not authenticate you.", 401));

        // When
        introductions.make();

        // Then
        assertThat(desk.account.breaker().trouble().map(Trouble::reason)).contains("app_misconfigured");
    }

    @Test
    void whatAnOperatorRepairedIsNoticed() {
        // Given
        desk.x.failIntroduction(new XError.AppMisconfigured("connect it at /connections", null));
        introductions.make();

        // When
        introductions.make();

        // Then
        assertThat(desk.account.breaker().trouble()).isEmpty();
    }

    @Test
    void aTroubleOfAnotherKindIsNotOverWithAnIntroduction() {
        // Given
        desk.account.breaker().trip("sender_restricted", "locked");

        // When
        introductions.make();

        // Then
        assertThat(desk.account.breaker().trouble()).isPresent();
    }

    @Test
    void ordersGoOnWhileXDoesNotSay() {
        // Given
        desk.x.failIntroduction(new XError.Unavailable("over capacity", 503));

        // When
        introductions.make();

        // Then
        DmAttempted event = ((Next.Attempted) desk.dispatcher.dispatch(order, 1)).event();
        assertThat(event.getOutcome()).isEqualTo(DmOutcome.SENT);
    }

    @Test
    void whereXDidNotSayItIsAskedAgain() {
        // Given
        desk.x.failIntroduction(new XError.Unavailable("over capacity", 503));
        introductions.make();

        // When
        introductions.make();

        // Then
        assertThat(desk.account.x().identity().isConfirmed()).isTrue();
    }

    @Test
    void aMessageThatXTookSaysWhoWeAreToo() {
        // Given
        desk.x.failIntroduction(new XError.AppMisconfigured("not in your plan", 403));
        desk.dispatcher.dispatch(order, 1);

        // When
        introductions.make();

        // Then
        assertThat(desk.x.introductions()).isZero();
        assertThat(desk.account.breaker().trouble()).isEmpty();
    }

    @Test
    void theFirstMessageOfAStrangerIsTheLast() {
        // Given
        desk.x.is(new UserId("42"));
        desk.dispatcher.dispatch(order, 1);

        // When
        desk.dispatcher.dispatch(Orders.order("ver_2", HandClock.START), 1);

        // Then
        assertThat(desk.x.sends()).isEqualTo(1);
        assertThat(desk.account.breaker().trouble().map(Trouble::reason)).contains("app_misconfigured");
    }

    @Test
    void aRefusalThatIsRepeatedPutsNoTryOff() {
        // Given
        desk.x
                .failIntroduction(new XError.AppMisconfigured("no", 401))
                .failIntroduction(new XError.AppMisconfigured("no", 401));
        introductions.make();
        Trouble first = desk.account.breaker().trouble().orElseThrow();
        desk.clock.move(Duration.ofSeconds(3));

        // When
        introductions.make();

        // Then
        assertThat(desk.account.breaker().trouble()).contains(first);
    }

    @Test
    void nothingIsEverSentInTheNameOfAStranger() {
        // Given
        desk.x.is(new UserId("42"));
        introductions.make();
        desk.clock.move(LONGEST_PAUSE);

        // When
        Next next = desk.dispatcher.dispatch(order, 1);

        // Then
        assertThat(next).isInstanceOf(Next.ComeBack.class);
        assertThat(desk.x.sends()).isZero();
        assertThat(desk.x.lookups()).isZero();
        assertThat(desk.account.breaker().trouble().map(Trouble::detail))
                .hasValueSatisfying(detail -> assertThat(detail).contains("@Self (id 42)"));
    }
}
