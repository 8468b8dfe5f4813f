package com.dmverify.sender.dispatch;

import static com.dmverify.sender.cast.Desk.GRACE;
import static com.dmverify.sender.cast.Desk.READS;
import static com.dmverify.sender.cast.Desk.TURN;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.events.DmOutcome;
import com.dmverify.sender.cast.Desk;
import com.dmverify.sender.cast.HandClock;
import com.dmverify.sender.cast.Keys;
import com.dmverify.sender.cast.Orders;
import com.dmverify.sender.cast.PlayedX;
import com.dmverify.sender.dispatch.DoubtJournal.Settled;
import com.dmverify.sender.order.Order;
import com.dmverify.sender.overview.Overview;
import com.dmverify.x.UserId;
import com.dmverify.x.XError;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In a storm of errors X's readings of conversations are soon used up; then one overview tells everybody. */
class OverviewOfSendingTest {

    private final Desk desk = new Desk();
    private final HandClock clock = desk.clock;
    private final PlayedX x = desk.x;
    private final Order order = Orders.order("ver_1", HandClock.START);
    private final Order other = Orders.order("ver_2", HandClock.START);

    @BeforeEach
    void conversationsMayNotBeRead() {
        for (int i = 0; i < READS; i++) {
            desk.account.x().messages().recentWith(new UserId(Orders.ALICE));
        }
    }

    @Test
    void oneReadingTellsOfEverybody() {
        // Given
        x.loseAnswer().failSend(broken());
        desk.dispatcher.dispatch(order, 1);
        desk.dispatcher.dispatch(other, 1);
        clock.move(GRACE.plus(desk.patience.skew()));

        // When
        Next taken = desk.dispatcher.dispatch(order, 2);
        Next notTaken = desk.dispatcher.dispatch(other, 2);

        // Then
        assertThat(sourceOf(taken)).isEqualTo(Next.Source.FOUND);
        assertThat(x.lists()).isEqualTo(1);
        assertThat(x.reads()).isEqualTo(READS);
        assertThat(desk.doubts).containsExactly(Settled.FOUND, Settled.NOT_THERE);
        // Free of doubt; only the budget keeps it.
        assertThat(((Next.Attempted) notTaken).event().getDetail()).startsWith("budget empty until");
    }

    @Test
    void whatIsNotThereIsSentWithTheSameCode() {
        // Given
        x.failSend(broken());
        desk.dispatcher.dispatch(order, 1);
        clock.move(GRACE);

        // When
        Next next = desk.dispatcher.dispatch(order, 2);

        // Then
        assertThat(sourceOf(next)).isEqualTo(Next.Source.DECIDED);
        assertThat(x.inbox())
                .singleElement()
                .satisfies(message -> assertThat(message.text()).contains(Keys.codeOf("ver_1")));
    }

    @Test
    void theSameNumberInAMessageToSomebodyElseIsNoEvidence() {
        // Given
        x.failSend(broken());
        desk.dispatcher.dispatch(order, 1);
        x.send(new UserId("77"), "Your code is " + Keys.codeOf("ver_1"));
        clock.move(GRACE);

        // When
        desk.dispatcher.dispatch(order, 2);

        // Then
        assertThat(desk.doubts).containsExactly(Settled.NOT_THERE);
    }

    @Test
    void anOverviewThatIsTooOldForTheCallIsMadeAnewWhenItIsTime() {
        // Given
        x.failSend(broken());
        desk.surveys.make(desk.account, HandClock.START);
        desk.dispatcher.dispatch(order, 1);
        clock.move(GRACE);

        // When
        Next early = desk.dispatcher.dispatch(order, 2);
        clock.move(TURN.minus(GRACE));
        Next then = desk.dispatcher.dispatch(order, 3);

        // Then
        assertThat(early).isInstanceOf(Next.TryAgain.class);
        assertThat(sourceOf(then)).isEqualTo(Next.Source.DECIDED);
        assertThat(x.lists()).isEqualTo(2);
    }

    @Test
    void whatDoesNotReachBackToTheCallIsNotTakenForUnsent() {
        // Given
        x.loseAnswer();
        desk.dispatcher.dispatch(order, 1);
        clock.move(GRACE);
        Instant earliest = HandClock.START.minus(desk.patience.skew());
        desk.overviews.keep(PlayedX.BRAND, new Overview(clock.instant(), earliest, Map.of()));
        x.buryUnder(READS);

        // When
        Next next = desk.dispatcher.dispatch(order, 2);

        // Then
        assertThat(next).isInstanceOf(Next.TryAgain.class);
        assertThat(x.sends()).isEqualTo(1);
        assertThat(desk.doubts).isEmpty();
    }

    @Test
    void whatWasReadBeforeTheCallWasOverIsNotTakenForUnsent() {
        // Given: X took the message long after the call began, and its answer was lost
        x.loseAnswerAfter(() -> clock.move(Duration.ofSeconds(20)));
        desk.dispatcher.dispatch(order, 1);
        Instant during = HandClock.START.plus(GRACE).plus(desk.patience.skew()).plusSeconds(1);
        desk.overviews.keep(PlayedX.BRAND, new Overview(during, Instant.EPOCH, Map.of()));
        clock.move(GRACE);

        // When
        Next next = desk.dispatcher.dispatch(order, 2);

        // Then
        assertThat(sourceOf(next)).isEqualTo(Next.Source.FOUND);
        assertThat(x.inbox()).hasSize(1);
    }

    @Test
    void xHasItsTimeToShowAMessageFromTheEndOfTheCallOn() {
        // Given
        x.loseAnswerAfter(() -> clock.move(Duration.ofSeconds(20)));
        desk.dispatcher.dispatch(order, 1);
        Instant readable = clock.instant().plus(GRACE);
        clock.move(GRACE.minusMillis(1));

        // When
        Next next = desk.dispatcher.dispatch(order, 2);

        // Then
        assertThat(next).isEqualTo(new Next.TryAgain(readable, "outcome unknown"));
    }

    @Test
    void aClockThatWasSetBackDuringTheCallLeavesADoubtLikeAnyOther() {
        // Given
        x.loseAnswerAfter(() -> clock.move(Duration.ofSeconds(-2)));
        desk.dispatcher.dispatch(order, 1);
        clock.move(GRACE.plusSeconds(2));

        // When
        Next next = desk.dispatcher.dispatch(order, 2);

        // Then
        assertThat(sourceOf(next)).isEqualTo(Next.Source.FOUND);
        assertThat(x.inbox()).hasSize(1);
    }

    @Test
    void whatAnotherReplicaReadCountsOnlyIfItsClockMayNotBeAhead() {
        // Given
        x.loseAnswer();
        desk.dispatcher.dispatch(order, 1);
        clock.move(GRACE);
        desk.overviews.keep(PlayedX.BRAND, new Overview(clock.instant(), Instant.EPOCH, Map.of()));

        // When
        Next next = desk.dispatcher.dispatch(order, 2);

        // Then
        assertThat(sourceOf(next)).isEqualTo(Next.Source.FOUND);
        assertThat(x.lists()).isEqualTo(1);
    }

    @Test
    void whereXHasNotSaidWhoWeAreNothingIsTakenForUnsent() {
        // Given
        Desk unknown = new Desk(false);
        unknown.x.failSend(broken());
        unknown.dispatcher.dispatch(order, 1);
        unknown.clock.move(GRACE);

        // When
        Next next = unknown.dispatcher.dispatch(order, 2);

        // Then
        assertThat(next).isInstanceOf(Next.TryAgain.class);
        assertThat(unknown.x.sends()).isEqualTo(1);
        assertThat(unknown.doubts).isEmpty();
    }

    @Test
    void anOverviewThatXDoesNotShowDecidesNothing() {
        // Given
        x.loseAnswer().failList(new XError.Unavailable("over capacity", 503));
        desk.dispatcher.dispatch(order, 1);
        clock.move(GRACE);

        // When
        Next next = desk.dispatcher.dispatch(order, 2);

        // Then
        assertThat(next).isInstanceOf(Next.TryAgain.class);
        assertThat(x.sends()).isEqualTo(1);
    }

    @Test
    void whereConversationsCannotBeReadAloneTheOverviewComesFirst() {
        // Given
        Desk legacy = new Desk();
        legacy.x.knowsListsOnly();
        legacy.x.loseAnswer();
        legacy.dispatcher.dispatch(order, 1);
        legacy.clock.move(GRACE);

        // When
        Next next = legacy.dispatcher.dispatch(order, 2);

        // Then
        assertThat(((Next.Attempted) next).event().getOutcome()).isEqualTo(DmOutcome.SENT);
        assertThat(sourceOf(next)).isEqualTo(Next.Source.FOUND);
        assertThat(legacy.x.reads()).isZero();
        assertThat(legacy.x.lists()).isEqualTo(1);
    }

    private static XError broken() {
        return new XError.UnknownOutcome("internal error", 500);
    }

    private static Next.Source sourceOf(Next next) {
        assertThat(next).isInstanceOf(Next.Attempted.class);
        return ((Next.Attempted) next).source();
    }
}
