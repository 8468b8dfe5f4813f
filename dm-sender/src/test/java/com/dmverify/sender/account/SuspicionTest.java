package com.dmverify.sender.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.local.testing.MutableClock;
import com.dmverify.sender.account.Suspicion.Fault;
import com.dmverify.sender.fixture.NanoTime;
import com.dmverify.sender.fixture.Orders;
import com.dmverify.x.UserId;
import com.dmverify.x.XError;
import org.junit.jupiter.api.Test;

class SuspicionTest {

    private static final UserId ALICE = new UserId("1");
    private static final UserId BOB = new UserId("2");

    private final MutableClock clock = MutableClock.at(Orders.START);
    private final Suspicion suspicion = new Suspicion(NanoTime.of(clock));

    @Test
    void oneRefusalSaysNothing() {
        assertThat(suspicion.refused(ALICE, refusal("not permitted"))).isEqualTo(Fault.UNKNOWN);
        assertThat(suspicion.isFirst(ALICE)).isTrue();
    }

    @Test
    void threeOthersInARowMeanTheSender() {
        // Given
        suspicion.refused(ALICE, refusal("not permitted"));
        suspicion.refused(BOB, refusal("not permitted"));
        suspicion.refused(new UserId("3"), refusal("not permitted"));

        // When
        Fault fault = suspicion.refused(new UserId("4"), refusal("not permitted"));

        // Then
        assertThat(fault).isEqualTo(Fault.SENDER);
    }

    @Test
    void refusalsOfDifferentHoursAreNoRow() {
        // Given
        suspicion.refused(ALICE, refusal("not permitted"));
        suspicion.refused(BOB, refusal("not permitted"));
        suspicion.refused(new UserId("3"), refusal("not permitted"));
        clock.advance(Suspicion.REMEMBERED.plusNanos(1));

        // When
        Fault fault = suspicion.refused(new UserId("4"), refusal("not permitted"));

        // Then
        assertThat(fault).isEqualTo(Fault.UNKNOWN);
        assertThat(suspicion.isFirst(new UserId("4"))).isTrue();
    }

    @Test
    void aRecipientWhoWasToBlameLongAgoIsJudgedAnew() {
        // Given
        suspicion.refused(ALICE, refusal("not permitted"));
        suspicion.accepted(BOB);
        clock.advance(Suspicion.REMEMBERED);
        Fault known = suspicion.refused(ALICE, refusal("not permitted"));
        clock.advance(Suspicion.REMEMBERED.plusNanos(1));

        // When
        Fault later = suspicion.refused(ALICE, refusal("not permitted"));

        // Then
        assertThat(known).isEqualTo(Fault.RECIPIENT);
        assertThat(later).isEqualTo(Fault.UNKNOWN);
    }

    @Test
    void eachPersonIsRefusedForReasonsOfTheirOwn() {
        // Given
        suspicion.refused(ALICE, refusal("not permitted"));
        suspicion.refused(BOB, refusal("not permitted"));

        // When
        suspicion.accepted(new UserId("3"));

        // Then
        assertThat(suspicion.refusedPersons()).isEqualTo(2);
        assertThat(suspicion.unclear()).isZero();
        assertThat(suspicion.refused(ALICE, refusal("not permitted"))).isEqualTo(Fault.RECIPIENT);
        suspicion.accepted(BOB);
        assertThat(suspicion.refusedPersons()).isEqualTo(1);
        clock.advance(Suspicion.REMEMBERED.plusNanos(1));
        assertThat(suspicion.refusedPersons()).isZero();
    }

    @Test
    void onePersonRefusedOftenIsNotARow() {
        // When
        for (int time = 0; time < 10; time++) {
            assertThat(suspicion.refused(ALICE, refusal("not permitted"))).isEqualTo(Fault.UNKNOWN);
        }

        // Then
        assertThat(suspicion.isFirst(ALICE)).isTrue();
    }

    @Test
    void oneMessageThatXAcceptsMeansTheRecipientsThatWereRefusedBefore() {
        // Given
        suspicion.refused(ALICE, refusal("not permitted"));
        suspicion.accepted(BOB);

        // When
        Fault again = suspicion.refused(ALICE, refusal("not permitted"));

        // Then
        assertThat(again).isEqualTo(Fault.RECIPIENT);
    }

    @Test
    void aRecipientWhoIsToBlameCountsInNoRow() {
        // Given
        suspicion.refused(ALICE, refusal("not permitted"));
        suspicion.accepted(BOB);
        suspicion.refused(ALICE, refusal("not permitted"));

        // When
        suspicion.refused(new UserId("3"), refusal("not permitted"));

        // Then
        assertThat(suspicion.isFirst(new UserId("3"))).isTrue();
    }

    @Test
    void whenTheSenderIsInOrderAgainNoRecipientIsBlamed() {
        // Given
        for (int person = 1; person <= 4; person++) {
            suspicion.refused(new UserId(String.valueOf(person)), refusal("not permitted"));
        }

        // When
        suspicion.accepted(new UserId("5"));

        // Then
        assertThat(suspicion.refused(ALICE, refusal("not permitted"))).isEqualTo(Fault.UNKNOWN);
    }

    @Test
    void aPersonWhoGetsMessagesAgainIsNotBlamedForLater() {
        // Given
        suspicion.refused(ALICE, refusal("not permitted"));
        suspicion.accepted(BOB);
        suspicion.accepted(ALICE);

        // When
        Fault fault = suspicion.refused(ALICE, refusal("not permitted"));

        // Then
        assertThat(fault).isEqualTo(Fault.UNKNOWN);
    }

    @Test
    void refusalsOfDifferentKindsAreNotAboutTheSender() {
        // Given
        suspicion.refused(ALICE, refusal("not permitted"));
        suspicion.refused(BOB, refusal("not permitted"));
        suspicion.refused(new UserId("3"), refusal("not permitted"));

        // When
        Fault other = suspicion.refused(new UserId("4"), refusal("request could not be processed"));
        Fault same = suspicion.refused(new UserId("5"), refusal("not permitted"));

        // Then
        assertThat(other).isEqualTo(Fault.UNKNOWN);
        assertThat(same).isEqualTo(Fault.SENDER);
    }

    private static XError refusal(String detail) {
        return new XError.UnclearRefusal(detail, 403);
    }
}
