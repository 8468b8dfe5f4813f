package com.dmverify.sender.evidence.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sender.fixture.Orders;
import com.dmverify.sender.fixture.SendFixture;
import com.dmverify.x.Answer;
import com.dmverify.x.UserId;
import com.dmverify.x.XError;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConversationSnapshotsTest {

    private static final UserId ALICE = new UserId(Orders.ALICE);

    private final SendFixture desk = new SendFixture();

    @Test
    void thatTheEndWasReachedIsKnown() {
        assertThat(made().completeAfter()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void pagesAreReadUntilTheyReachBackFarEnough() {
        // Given
        desk.x.buryUnder(2);

        // When
        ConversationSnapshot snapshot = made();

        // Then
        assertThat(desk.x.lists()).isEqualTo(3);
        assertThat(snapshot.completeAfter()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void whatWasReadBeforeATroubleIsKept() {
        // Given
        desk.x.buryUnder(2);
        desk.x.showPage().failList(new XError.Unavailable("over capacity", 503));

        // When
        ConversationSnapshot snapshot = made();

        // Then
        assertThat(snapshot.completeAfter()).isEqualTo(Orders.START);
        assertThat(desk.snapshots.latest(desk.account)).contains(snapshot);
    }

    @Test
    void theLaterOfTwoMessagesWithOneNumberCounts() {
        // Given: X shows the older one first
        desk.x.send(ALICE, "Your code is 123456");
        desk.clock.advance(Duration.ofSeconds(60));
        desk.x.send(ALICE, "Your code is 123456");
        desk.x.turnOver();

        // When
        ConversationSnapshot snapshot = made();

        // Then
        String digest = desk.snapshots.digest(desk.account, ALICE, "123456");
        assertThat(snapshot.find(digest, desk.clock.instant())).isPresent();
    }

    @Test
    void whatOthersWroteIsNotOurs() {
        // Given
        desk.x.write(ALICE, "Is 123456 from you?");

        // Then
        assertThat(made().messages()).isEmpty();
    }

    private ConversationSnapshot made() {
        return ((Answer.Ok<ConversationSnapshot>) desk.snapshots.make(desk.account, Orders.START)).value();
    }
}
