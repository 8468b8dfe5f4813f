package com.dmverify.sender.send;

import static com.dmverify.sender.fixture.SendFixture.GRACE;
import static com.dmverify.sender.fixture.SendFixture.READS;
import static com.dmverify.sender.fixture.SendFixture.TURN;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.events.DmOutcome;
import com.dmverify.local.testing.MutableClock;
import com.dmverify.sender.evidence.snapshot.ConversationSnapshot;
import com.dmverify.sender.fixture.Dispositions;
import com.dmverify.sender.fixture.Keys;
import com.dmverify.sender.fixture.Orders;
import com.dmverify.sender.fixture.PlayedX;
import com.dmverify.sender.fixture.SendFixture;
import com.dmverify.sender.order.Order;
import com.dmverify.sender.send.UnknownOutcomeListener.Resolution;
import com.dmverify.x.UserId;
import com.dmverify.x.XError;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In a storm of errors X's readings of conversations are soon used up; then one overview tells everybody. */
class SnapshotOfSendingTest {

    private final SendFixture desk = new SendFixture();
    private final MutableClock clock = desk.clock;
    private final PlayedX x = desk.x;
    private final Order order = Orders.order("ver_1", Orders.START);
    private final Order other = Orders.order("ver_2", Orders.START);

    @BeforeEach
    void conversationsMayNotBeRead() {
        for (int i = 0; i < READS; i++) {
            desk.account.x().messages().recentWith(new UserId(Orders.ALICE), null);
        }
    }

    @Test
    void oneReadingTellsOfEverybody() {
        // Given
        x.loseAnswer().failSend(broken());
        desk.pipeline.send(order, 1);
        desk.pipeline.send(other, 1);
        clock.advance(GRACE.plus(desk.timings.skew()));

        // When
        Disposition taken = desk.pipeline.send(order, 2);
        Disposition notTaken = desk.pipeline.send(other, 2);

        // Then
        assertThat(sourceOf(taken)).isEqualTo(Disposition.Source.FOUND);
        assertThat(x.lists()).isEqualTo(1);
        assertThat(x.reads()).isEqualTo(READS);
        assertThat(desk.doubts).containsExactly(Resolution.FOUND, Resolution.NOT_SENT);
        // Its outcome is known; only the rate limit keeps it from being sent again.
        assertThat(((Disposition.Attempted) notTaken).event().getMayBeOut()).isFalse();
    }

    @Test
    void whatIsNotThereIsSentWithTheSameCode() {
        // Given
        x.failSend(broken());
        desk.pipeline.send(order, 1);
        clock.advance(GRACE);

        // When
        Disposition next = desk.pipeline.send(order, 2);

        // Then
        assertThat(sourceOf(next)).isEqualTo(Disposition.Source.DECIDED);
        assertThat(x.inbox())
                .singleElement()
                .satisfies(message -> assertThat(message.text()).contains(Keys.codeOf("ver_1")));
    }

    @Test
    void theSameNumberInAMessageToSomebodyElseIsNoEvidence() {
        // Given
        x.failSend(broken());
        desk.pipeline.send(order, 1);
        x.send(new UserId("77"), "Your code is " + Keys.codeOf("ver_1"));
        clock.advance(GRACE);

        // When
        desk.pipeline.send(order, 2);

        // Then
        assertThat(desk.doubts).containsExactly(Resolution.NOT_SENT);
    }

    @Test
    void anOverviewThatIsTooOldForTheCallIsMadeAnewWhenItIsTime() {
        // Given
        x.failSend(broken());
        desk.snapshots.make(desk.account, Orders.START);
        desk.pipeline.send(order, 1);
        clock.advance(GRACE);

        // When
        Disposition early = desk.pipeline.send(order, 2);
        clock.advance(TURN.minus(GRACE));
        Disposition then = desk.pipeline.send(order, 3);

        // Then
        assertThat(Dispositions.afterReport(early)).isInstanceOf(Disposition.Retry.class);
        assertThat(sourceOf(then)).isEqualTo(Disposition.Source.DECIDED);
        assertThat(x.lists()).isEqualTo(2);
    }

    @Test
    void whatDoesNotReachBackToTheCallIsNotTakenForUnsent() {
        // Given
        x.loseAnswer();
        desk.pipeline.send(order, 1);
        clock.advance(GRACE);
        Instant earliest = Orders.START.minus(desk.timings.skew());
        desk.snapshotStore.keep(PlayedX.BRAND, new ConversationSnapshot(clock.instant(), earliest, Map.of()));
        x.buryUnder(READS);

        // When
        Disposition next = desk.pipeline.send(order, 2);

        // Then
        assertThat(Dispositions.afterReport(next)).isInstanceOf(Disposition.Retry.class);
        assertThat(x.sends()).isEqualTo(1);
        assertThat(desk.doubts).isEmpty();
    }

    @Test
    void whatWasReadBeforeTheCallWasOverIsNotTakenForUnsent() {
        // Given: X took the message long after the call began, and its answer was lost
        x.loseAnswerAfter(() -> clock.advance(Duration.ofSeconds(20)));
        desk.pipeline.send(order, 1);
        Instant during = Orders.START.plus(GRACE).plus(desk.timings.skew()).plusSeconds(1);
        desk.snapshotStore.keep(PlayedX.BRAND, new ConversationSnapshot(during, Instant.EPOCH, Map.of()));
        clock.advance(GRACE);

        // When
        Disposition next = desk.pipeline.send(order, 2);

        // Then
        assertThat(sourceOf(next)).isEqualTo(Disposition.Source.FOUND);
        assertThat(x.inbox()).hasSize(1);
    }

    @Test
    void xHasItsTimeToShowAMessageFromTheEndOfTheCallOn() {
        // Given
        x.loseAnswerAfter(() -> clock.advance(Duration.ofSeconds(20)));
        desk.pipeline.send(order, 1);
        Instant readable = clock.instant().plus(GRACE);
        clock.advance(GRACE.minusMillis(1));

        // When
        Disposition next = desk.pipeline.send(order, 2);

        // Then
        assertThat(Dispositions.retryAt(next)).isEqualTo(readable);
    }

    @Test
    void aClockThatWasSetBackDuringTheCallLeavesADoubtLikeAnyOther() {
        // Given
        x.loseAnswerAfter(() -> clock.advance(Duration.ofSeconds(-2)));
        desk.pipeline.send(order, 1);
        clock.advance(GRACE.plusSeconds(2));

        // When
        Disposition next = desk.pipeline.send(order, 2);

        // Then
        assertThat(sourceOf(next)).isEqualTo(Disposition.Source.FOUND);
        assertThat(x.inbox()).hasSize(1);
    }

    @Test
    void whatAnotherReplicaReadCountsOnlyIfItsClockMayNotBeAhead() {
        // Given
        x.loseAnswer();
        desk.pipeline.send(order, 1);
        clock.advance(GRACE);
        desk.snapshotStore.keep(PlayedX.BRAND, new ConversationSnapshot(clock.instant(), Instant.EPOCH, Map.of()));

        // When
        Disposition next = desk.pipeline.send(order, 2);

        // Then
        assertThat(sourceOf(next)).isEqualTo(Disposition.Source.FOUND);
        assertThat(x.lists()).isEqualTo(1);
    }

    @Test
    void whereXHasNotSaidWhoWeAreNothingIsTakenForUnsent() {
        // Given
        SendFixture unknown = new SendFixture(false);
        unknown.x.failSend(broken());
        unknown.pipeline.send(order, 1);
        unknown.clock.advance(GRACE);

        // When
        Disposition next = unknown.pipeline.send(order, 2);

        // Then
        assertThat(Dispositions.afterReport(next)).isInstanceOf(Disposition.Retry.class);
        assertThat(unknown.x.sends()).isEqualTo(1);
        assertThat(unknown.doubts).isEmpty();
    }

    @Test
    void anOverviewThatXDoesNotShowDecidesNothing() {
        // Given
        x.loseAnswer().failList(new XError.Unavailable("over capacity", 503));
        desk.pipeline.send(order, 1);
        clock.advance(GRACE);

        // When
        Disposition next = desk.pipeline.send(order, 2);

        // Then
        assertThat(Dispositions.afterReport(next)).isInstanceOf(Disposition.Retry.class);
        assertThat(x.sends()).isEqualTo(1);
    }

    @Test
    void whereConversationsCannotBeReadAloneTheOverviewComesFirst() {
        // Given
        SendFixture legacy = new SendFixture();
        legacy.x.knowsListsOnly();
        legacy.x.loseAnswer();
        legacy.pipeline.send(order, 1);
        legacy.clock.advance(GRACE);

        // When
        Disposition next = legacy.pipeline.send(order, 2);

        // Then
        assertThat(((Disposition.Attempted) next).event().getOutcome()).isEqualTo(DmOutcome.SENT);
        assertThat(sourceOf(next)).isEqualTo(Disposition.Source.FOUND);
        assertThat(legacy.x.reads()).isZero();
        assertThat(legacy.x.lists()).isEqualTo(1);
    }

    private static XError broken() {
        return new XError.UnknownOutcome("internal error", 500);
    }

    private static Disposition.Source sourceOf(Disposition next) {
        assertThat(next).isInstanceOf(Disposition.Attempted.class);
        return ((Disposition.Attempted) next).source();
    }
}
