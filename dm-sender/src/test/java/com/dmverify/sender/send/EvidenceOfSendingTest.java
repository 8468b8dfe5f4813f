package com.dmverify.sender.send;

import static com.dmverify.sender.fixture.SendFixture.GRACE;
import static com.dmverify.sender.fixture.SendFixture.READS;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.codes.CodeFingerprints;
import com.dmverify.events.DmAttempted;
import com.dmverify.events.DmOutcome;
import com.dmverify.events.DmReason;
import com.dmverify.local.testing.MutableClock;
import com.dmverify.sender.echo.MessageEvidence;
import com.dmverify.sender.fixture.Dispositions;
import com.dmverify.sender.fixture.Keys;
import com.dmverify.sender.fixture.Orders;
import com.dmverify.sender.fixture.PlayedX;
import com.dmverify.sender.fixture.SendFixture;
import com.dmverify.sender.order.Order;
import com.dmverify.sender.ratelimit.CallKind;
import com.dmverify.sender.send.UnknownOutcomeListener.Resolution;
import com.dmverify.x.UserId;
import com.dmverify.x.XError;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How an unknown outcome becomes known: X tells by itself, or the conversation does. */
class EvidenceOfSendingTest {

    private final SendFixture desk = new SendFixture();
    private final MutableClock clock = desk.clock;
    private final PlayedX x = desk.x;
    private final SendPipeline pipeline = desk.pipeline;
    private final Order order = Orders.order("ver_1", Orders.START);

    @BeforeEach
    void anAnswerWasLost() {
        x.loseAnswer();
        assertThat(Dispositions.afterReport(pipeline.send(order, 1))).isInstanceOf(Disposition.Retry.class);
    }

    @Test
    void xTellsByItselfAndNobodyReads() {
        // Given
        xTellsOf("ver_1", clock.instant());

        // When
        Disposition next = pipeline.send(order, 2);

        // Then
        DmAttempted event = attempted(next, Disposition.Source.ECHOED);
        assertThat(event.getOutcome()).isEqualTo(DmOutcome.SENT);
        assertThat(event.getDmEventId()).isEqualTo("777");
        assertThat(x.reads()).isZero();
        assertThat(x.inbox()).hasSize(1);
        assertThat(desk.doubts).containsExactly(Resolution.ECHOED);
    }

    @Test
    void whatXToldOfAnEarlierDispatchIsNoEvidence() {
        // Given
        xTellsOf("ver_1", clock.instant().minus(desk.timings.skew()).minusMillis(1));
        clock.advance(GRACE);

        // When
        Disposition next = pipeline.send(order, 2);

        // Then
        attempted(next, Disposition.Source.FOUND);
        assertThat(desk.doubts).containsExactly(Resolution.FOUND);
    }

    @Test
    void whatXToldOfAnotherCodeIsNoEvidence() {
        // Given
        xTellsOf("ver_2", clock.instant());

        // When
        Disposition next = pipeline.send(order, 2);

        // Then
        assertThat(Dispositions.retryAt(next)).isEqualTo(Orders.START.plus(GRACE));
    }

    @Test
    void whatIsNotThereIsSentWithTheSameCode() {
        // Given
        SendFixture other = new SendFixture();
        other.x.failSend(new XError.UnknownOutcome("timed out", null));
        other.pipeline.send(order, 1);
        other.clock.advance(GRACE);

        // When
        Disposition next = other.pipeline.send(order, 2);

        // Then
        attempted(next, Disposition.Source.DECIDED);
        assertThat(other.x.inbox())
                .singleElement()
                .satisfies(message -> assertThat(message.text()).contains(Keys.codeOf("ver_1")));
        assertThat(other.doubts).containsExactly(Resolution.NOT_SENT);
    }

    @Test
    void whileXThrottlesReadingsItMayStillTellByItself() {
        // Given
        readAllThatMayBeRead();
        clock.advance(GRACE);
        Disposition unread = pipeline.send(order, 2);
        xTellsOf("ver_1", Orders.START);

        // When
        Disposition next = pipeline.send(order, 3);

        // Then
        assertThat(Dispositions.retryAt(unread)).isEqualTo(clock.instant().plus(GRACE));
        attempted(next, Disposition.Source.ECHOED);
        assertThat(x.reads()).isEqualTo(READS);
    }

    @Test
    void whatNobodyCanTellIsGivenUpAfterTheSearch() {
        // Given
        clock.advance(desk.timings.search());
        readAllThatMayBeRead();

        // When
        Disposition next = pipeline.send(order, 2);

        // Then
        DmAttempted event = attempted(next, Disposition.Source.DECIDED);
        assertThat(event.getOutcome()).isEqualTo(DmOutcome.DEADLINE_MISSED);
        assertThat(event.getMayBeOut()).isTrue();
        assertThat(desk.doubts).containsExactly(Resolution.GIVEN_UP);
    }

    @Test
    void whatXToldSettlesItEvenIfTheAccountCanDoNothingMore() {
        // Given
        desk.account.breaker().trip(DmReason.OUT_OF_CREDITS, "no credits");
        xTellsOf("ver_1", Orders.START);

        // When
        Disposition next = pipeline.send(order, 2);

        // Then
        assertThat(attempted(next, Disposition.Source.ECHOED).getOutcome()).isEqualTo(DmOutcome.SENT);
    }

    @Test
    void theCodeLivesFromTheMomentThatXTookTheMessage() {
        // Given
        xTellsOf("ver_1", Orders.START.plusSeconds(1));
        clock.advance(Duration.ofSeconds(60));

        // When
        Disposition next = pipeline.send(order, 2);

        // Then
        assertThat(attempted(next, Disposition.Source.ECHOED).getSettledAt()).isEqualTo(Orders.START.plusSeconds(1));
    }

    @Test
    void whatLiesBehindOtherPagesIsFound() {
        // Given
        desk.x.buryUnder(3);
        clock.advance(GRACE);

        // When
        Disposition next = pipeline.send(order, 2);

        // Then
        assertThat(attempted(next, Disposition.Source.FOUND).getOutcome()).isEqualTo(DmOutcome.SENT);
    }

    @Test
    void whatCannotBeReadFarEnoughIsNotTakenForUnsent() {
        // Given
        desk.x.buryUnder(READS);
        clock.advance(GRACE);

        // When
        Disposition next = pipeline.send(order, 2);

        // Then
        assertThat(Dispositions.afterReport(next)).isInstanceOf(Disposition.Retry.class);
        assertThat(desk.x.sends()).isEqualTo(1);
        assertThat(desk.doubts).isEmpty();
    }

    @Test
    void aConversationThatIsClosedNowTellsNothingOfWhatWasSentBefore() {
        // Given
        desk.x.failRead(new XError.TargetClosed("no", 403));
        clock.advance(GRACE);

        // When
        Disposition next = pipeline.send(order, 2);

        // Then
        assertThat(Dispositions.afterReport(next)).isInstanceOf(Disposition.Retry.class);
    }

    @Test
    void aThrottleOfReadingsWithoutATimeIsHeededByAll() {
        // Given
        desk.x.failRead(new XError.Throttled(null, "slow down", 429));
        clock.advance(GRACE);
        pipeline.send(order, 2);
        clock.advance(GRACE);

        // When
        pipeline.send(order, 3);

        // Then
        assertThat(desk.x.reads()).isEqualTo(1);
    }

    /** Neither a conversation nor an overview, for now. */
    private void readAllThatMayBeRead() {
        desk.budget.take(desk.account.budgets().of(CallKind.SNAPSHOTS));
        for (int i = 0; i < READS; i++) {
            desk.account.x().messages().recentWith(new UserId(Orders.ALICE), null);
        }
    }

    private void xTellsOf(String verification, Instant at) {
        CodeFingerprints fingerprints = new CodeFingerprints("app-secret");
        String digest = fingerprints.of(PlayedX.BRAND.value(), Orders.ALICE, Keys.codeOf(verification));
        desk.echoes.saw(digest, new MessageEvidence("777", at));
    }

    private static DmAttempted attempted(Disposition next, Disposition.Source source) {
        assertThat(next).isInstanceOf(Disposition.Attempted.class);
        assertThat(((Disposition.Attempted) next).source()).isEqualTo(source);
        return ((Disposition.Attempted) next).event();
    }
}
