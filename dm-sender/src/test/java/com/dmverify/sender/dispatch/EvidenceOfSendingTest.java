package com.dmverify.sender.dispatch;

import static com.dmverify.sender.cast.Desk.GRACE;
import static com.dmverify.sender.cast.Desk.READS;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.codes.CodeFingerprints;
import com.dmverify.events.DmAttempted;
import com.dmverify.events.DmOutcome;
import com.dmverify.sender.budget.Use;
import com.dmverify.sender.cast.Desk;
import com.dmverify.sender.cast.HandClock;
import com.dmverify.sender.cast.Keys;
import com.dmverify.sender.cast.Orders;
import com.dmverify.sender.cast.PlayedX;
import com.dmverify.sender.dispatch.DoubtJournal.Settled;
import com.dmverify.sender.order.Order;
import com.dmverify.sender.sighting.Sighting;
import com.dmverify.x.UserId;
import com.dmverify.x.XError;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How an unknown outcome becomes known: X tells by itself, or the conversation does. */
class EvidenceOfSendingTest {

    private final Desk desk = new Desk();
    private final HandClock clock = desk.clock;
    private final PlayedX x = desk.x;
    private final Dispatcher dispatcher = desk.dispatcher;
    private final Order order = Orders.order("ver_1", HandClock.START);

    @BeforeEach
    void anAnswerWasLost() {
        x.loseAnswer();
        assertThat(dispatcher.dispatch(order, 1)).isInstanceOf(Next.TryAgain.class);
    }

    @Test
    void xTellsByItselfAndNobodyReads() {
        // Given
        xTellsOf("ver_1", clock.instant());

        // When
        Next next = dispatcher.dispatch(order, 2);

        // Then
        DmAttempted event = attempted(next, Next.Source.HEARD);
        assertThat(event.getOutcome()).isEqualTo(DmOutcome.SENT);
        assertThat(event.getDmEventId()).isEqualTo("777");
        assertThat(x.reads()).isZero();
        assertThat(x.inbox()).hasSize(1);
        assertThat(desk.doubts).containsExactly(Settled.HEARD);
    }

    @Test
    void whatXToldOfAnEarlierDispatchIsNoEvidence() {
        // Given
        xTellsOf("ver_1", clock.instant().minus(desk.patience.skew()).minusMillis(1));
        clock.move(GRACE);

        // When
        Next next = dispatcher.dispatch(order, 2);

        // Then
        attempted(next, Next.Source.FOUND);
        assertThat(desk.doubts).containsExactly(Settled.FOUND);
    }

    @Test
    void whatXToldOfAnotherCodeIsNoEvidence() {
        // Given
        xTellsOf("ver_2", clock.instant());

        // When
        Next next = dispatcher.dispatch(order, 2);

        // Then
        assertThat(next).isEqualTo(new Next.TryAgain(HandClock.START.plus(GRACE), "outcome unknown"));
    }

    @Test
    void whatIsNotThereIsSentWithTheSameCode() {
        // Given
        Desk other = new Desk();
        other.x.failSend(new XError.UnknownOutcome("timed out", null));
        other.dispatcher.dispatch(order, 1);
        other.clock.move(GRACE);

        // When
        Next next = other.dispatcher.dispatch(order, 2);

        // Then
        attempted(next, Next.Source.DECIDED);
        assertThat(other.x.inbox())
                .singleElement()
                .satisfies(message -> assertThat(message.text()).contains(Keys.codeOf("ver_1")));
        assertThat(other.doubts).containsExactly(Settled.NOT_THERE);
    }

    @Test
    void whileXThrottlesReadingsItMayStillTellByItself() {
        // Given
        readAllThatMayBeRead();
        clock.move(GRACE);
        Next unread = dispatcher.dispatch(order, 2);
        xTellsOf("ver_1", HandClock.START);

        // When
        Next next = dispatcher.dispatch(order, 3);

        // Then
        assertThat(unread)
                .isEqualTo(new Next.TryAgain(clock.instant().plus(GRACE), "outcome unknown, X throttles readings"));
        attempted(next, Next.Source.HEARD);
        assertThat(x.reads()).isEqualTo(READS);
    }

    @Test
    void whatNobodyCanTellIsGivenUpAfterTheSearch() {
        // Given
        clock.move(desk.patience.search());
        readAllThatMayBeRead();

        // When
        Next next = dispatcher.dispatch(order, 2);

        // Then
        DmAttempted event = attempted(next, Next.Source.DECIDED);
        assertThat(event.getOutcome()).isEqualTo(DmOutcome.DEADLINE_MISSED);
        assertThat(event.getDetail()).startsWith("a message may be out there all the same");
        assertThat(desk.doubts).containsExactly(Settled.GIVEN_UP);
    }

    @Test
    void whatXToldSettlesItEvenIfTheAccountCanDoNothingMore() {
        // Given
        desk.account.breaker().trip("out_of_credits", "no credits");
        xTellsOf("ver_1", HandClock.START);

        // When
        Next next = dispatcher.dispatch(order, 2);

        // Then
        assertThat(attempted(next, Next.Source.HEARD).getOutcome()).isEqualTo(DmOutcome.SENT);
    }

    @Test
    void theCodeLivesFromTheMomentThatXTookTheMessage() {
        // Given
        xTellsOf("ver_1", HandClock.START.plusSeconds(1));
        clock.move(Duration.ofSeconds(60));

        // When
        Next next = dispatcher.dispatch(order, 2);

        // Then
        assertThat(attempted(next, Next.Source.HEARD).getSettledAt()).isEqualTo(HandClock.START.plusSeconds(1));
    }

    @Test
    void whatLiesBehindOtherPagesIsFound() {
        // Given
        desk.x.buryUnder(3);
        clock.move(GRACE);

        // When
        Next next = dispatcher.dispatch(order, 2);

        // Then
        assertThat(attempted(next, Next.Source.FOUND).getOutcome()).isEqualTo(DmOutcome.SENT);
    }

    @Test
    void whatCannotBeReadFarEnoughIsNotTakenForUnsent() {
        // Given
        desk.x.buryUnder(READS);
        clock.move(GRACE);

        // When
        Next next = dispatcher.dispatch(order, 2);

        // Then
        assertThat(next).isInstanceOf(Next.TryAgain.class);
        assertThat(desk.x.sends()).isEqualTo(1);
        assertThat(desk.doubts).isEmpty();
    }

    @Test
    void aConversationThatIsClosedNowTellsNothingOfWhatWasSentBefore() {
        // Given
        desk.x.failRead(new XError.TargetClosed("no", 403));
        clock.move(GRACE);

        // When
        Next next = dispatcher.dispatch(order, 2);

        // Then
        assertThat(next).isInstanceOf(Next.TryAgain.class);
    }

    @Test
    void aThrottleOfReadingsWithoutATimeIsHeededByAll() {
        // Given
        desk.x.failRead(new XError.Throttled(null, "slow down", 429));
        clock.move(GRACE);
        dispatcher.dispatch(order, 2);
        clock.move(GRACE);

        // When
        dispatcher.dispatch(order, 3);

        // Then
        assertThat(desk.x.reads()).isEqualTo(1);
    }

    /** Neither a conversation nor an overview, for now. */
    private void readAllThatMayBeRead() {
        desk.budget.take(desk.account.allowances().of(Use.SURVEYS));
        for (int i = 0; i < READS; i++) {
            desk.account.x().messages().recentWith(new UserId(Orders.ALICE));
        }
    }

    private void xTellsOf(String verification, Instant at) {
        CodeFingerprints digits = new CodeFingerprints("app-secret");
        String digest = digits.of(PlayedX.BRAND.value(), Orders.ALICE, Keys.codeOf(verification));
        desk.sightings.saw(digest, new Sighting("777", at));
    }

    private static DmAttempted attempted(Next next, Next.Source source) {
        assertThat(next).isInstanceOf(Next.Attempted.class);
        assertThat(((Next.Attempted) next).source()).isEqualTo(source);
        return ((Next.Attempted) next).event();
    }
}
