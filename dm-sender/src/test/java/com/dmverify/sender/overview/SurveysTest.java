package com.dmverify.sender.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sender.cast.Desk;
import com.dmverify.sender.cast.HandClock;
import com.dmverify.sender.cast.Orders;
import com.dmverify.x.Answer;
import com.dmverify.x.UserId;
import com.dmverify.x.XError;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SurveysTest {

    private static final UserId ALICE = new UserId(Orders.ALICE);

    private final Desk desk = new Desk();

    @Test
    void thatTheEndWasReachedIsKnown() {
        assertThat(made().completeAfter()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void pagesAreReadUntilTheyReachBackFarEnough() {
        // Given
        desk.x.buryUnder(2);

        // When
        Overview overview = made();

        // Then
        assertThat(desk.x.lists()).isEqualTo(3);
        assertThat(overview.completeAfter()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void whatWasReadBeforeATroubleIsKept() {
        // Given
        desk.x.buryUnder(2);
        desk.x.showPage().failList(new XError.Unavailable("over capacity", 503));

        // When
        Overview overview = made();

        // Then
        assertThat(overview.completeAfter()).isEqualTo(HandClock.START);
        assertThat(desk.surveys.latest(desk.account)).contains(overview);
    }

    @Test
    void theLaterOfTwoMessagesWithOneNumberCounts() {
        // Given: X shows the older one first
        desk.x.send(ALICE, "Your code is 123456");
        desk.clock.move(Duration.ofSeconds(60));
        desk.x.send(ALICE, "Your code is 123456");
        desk.x.turnOver();

        // When
        Overview overview = made();

        // Then
        String digest = desk.surveys.digest(desk.account, ALICE, "123456");
        assertThat(overview.find(digest, desk.clock.instant())).isPresent();
    }

    @Test
    void whatOthersWroteIsNotOurs() {
        // Given
        desk.x.write(ALICE, "Is 123456 from you?");

        // Then
        assertThat(made().messages()).isEmpty();
    }

    private Overview made() {
        return ((Answer.Ok<Overview>) desk.surveys.make(desk.account, HandClock.START)).value();
    }
}
