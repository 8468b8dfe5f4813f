package com.dmverify.sender.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.events.DmAttempted;
import com.dmverify.events.DmOutcome;
import com.dmverify.events.OrderKind;
import com.dmverify.local.testing.MutableClock;
import com.dmverify.sender.fixture.Orders;
import com.dmverify.sender.order.DispatchId;
import com.dmverify.sender.order.Recipient;
import com.dmverify.x.Handle;
import com.dmverify.x.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every ledger promises. */
abstract class SentLedgerContract {

    static final Duration LEASE = Duration.ofSeconds(60);

    private static final Recipient ALICE = new Recipient(new UserId("2000"), new Handle("Alice"), Orders.START, false);

    final MutableClock clock = MutableClock.at(Orders.START);
    final DispatchId id = new DispatchId("ver_" + UUID.randomUUID(), 1);
    private SentLedger ledger;

    abstract SentLedger ledger();

    /** Lets all leases end of which that time is over. */
    abstract void moved();

    abstract void withdraw(String verificationId);

    private void pass(Duration time) {
        clock.advance(time);
        moved();
    }

    @BeforeEach
    void open() {
        ledger = ledger();
    }

    @Test
    void aNewDispatchIsClaimedWithoutDoubt() {
        assertThat(claimed().inDoubtCall()).isEmpty();
    }

    @Test
    void whileOneHoldsItTheOthersAreToldUntilWhen() {
        // Given
        claimed();

        // When
        ClaimResult second = ledger.claim(id);

        // Then
        assertThat(second)
                .isInstanceOfSatisfying(
                        ClaimResult.HeldUntil.class,
                        held -> assertThat(held.until())
                                .isAfter(Orders.START)
                                .isBeforeOrEqualTo(Orders.START.plus(LEASE)));
    }

    @Test
    void ofManyWhoAskAtOnceOneGetsIt() {
        List<ClaimResult> answers = IntStream.range(0, 50)
                .parallel()
                .mapToObj(_ -> ledger.claim(id))
                .toList();

        assertThat(answers).filteredOn(ClaimResult.Claimed.class::isInstance).hasSize(1);
    }

    @Test
    void whatWasSettledIsToldAsItWasAnnounced() {
        // Given
        DmAttempted event = sent("100");
        assertThat(ledger.settle(claimed(), event)).isTrue();
        clock.advance(Duration.ofHours(25));

        // When
        ClaimResult later = ledger.claim(id);

        // Then
        assertThat(later).isEqualTo(new ClaimResult.Settled(event));
    }

    @Test
    void anOutcomeNeverChanges() {
        // Given
        Claim claim = claimed();
        ledger.settle(claim, sent("100"));

        // When
        boolean again = ledger.settle(claim, sent("200"));

        // Then
        assertThat(again).isFalse();
        assertThat(ledger.claim(id)).isEqualTo(new ClaimResult.Settled(sent("100")));
    }

    @Test
    void aReleasedClaimIsFreeAndWithoutDoubt() {
        // Given
        ledger.release(claimed());

        // When
        Claim next = claimed();

        // Then
        assertThat(next.inDoubtCall()).isEmpty();
    }

    @Test
    void aDoubtOutlivesTheClaim() {
        // Given
        InDoubtCall call = new InDoubtCall(clock.instant(), clock.instant().plusSeconds(1));
        ledger.release(claimed().after(call));
        clock.advance(Duration.ofSeconds(5));

        // When
        Claim next = claimed();

        // Then
        assertThat(next.inDoubtCall()).contains(call);
    }

    @Test
    void aDoubtThatWasSettledIsGone() {
        // Given
        ledger.release(claimed().after(new InDoubtCall(clock.instant(), clock.instant())));
        ledger.release(claimed().certain());

        // When
        Claim next = claimed();

        // Then
        assertThat(next.inDoubtCall()).isEmpty();
    }

    @Test
    void theClaimOfADeadOwnerThatDidNotCallIsTakenOverWithoutDoubt() {
        // Given
        claimed();
        pass(LEASE);

        // When
        Claim heir = claimed();

        // Then
        assertThat(heir.inDoubtCall()).isEmpty();
    }

    @Test
    void theClaimOfAnOwnerThatDiedInItsCallIsTakenOverInDoubtFromTheCallOn() {
        // Given
        Claim dead = claimed();
        clock.advance(Duration.ofSeconds(2));
        assertThat(ledger.call(dead, clock.instant())).isEqualTo(CallStart.CALLING);
        pass(LEASE);

        // When
        Claim heir = claimed();

        // Then
        assertThat(heir.inDoubtCall()).contains(new InDoubtCall(Orders.START.plusSeconds(2), clock.instant()));
    }

    @Test
    void aDoubtStaysAsOldAsItIsWhenItsHeirDiesInItsCallToo() {
        // Given
        ledger.call(claimed(), clock.instant());
        pass(LEASE);
        ledger.call(claimed(), clock.instant());
        pass(LEASE);

        // When
        Claim heir = claimed();

        // Then
        assertThat(heir.inDoubtCall())
                .contains(new InDoubtCall(Orders.START, Orders.START.plus(LEASE.multipliedBy(2))));
    }

    @Test
    void aDoubtStaysAsItIsWhenItsHeirDiesBeforeItsCall() {
        // Given
        ledger.call(claimed(), clock.instant());
        pass(LEASE);
        InDoubtCall inDoubtCall = claimed().inDoubtCall().orElseThrow();
        pass(LEASE);

        // When
        Claim heir = claimed();

        // Then
        assertThat(heir.inDoubtCall()).contains(inDoubtCall);
    }

    @Test
    void aCallOfAnOwnerWhoseClockIsAheadIsOverWhenItIsTakenOver() {
        // Given
        Instant ahead = clock.instant().plusSeconds(600);
        ledger.call(claimed(), ahead);
        pass(LEASE);

        // When
        Claim heir = claimed();

        // Then
        assertThat(heir.inDoubtCall()).contains(new InDoubtCall(ahead, ahead));
    }

    @Test
    void aCallBeginsOnlyInTheFirstTwoThirdsOfTheLease() {
        // Given
        Claim claim = claimed();

        // When
        clock.advance(Duration.ofSeconds(39));
        boolean before = claim.lease().allowsCall();
        clock.advance(Duration.ofSeconds(1));

        // Then
        assertThat(before).isTrue();
        assertThat(claim.lease().allowsCall()).isFalse();
    }

    @Test
    void theFirstCallIsKnownToEveryLaterClaimAlsoIfNothingWasFound() {
        // Given
        Claim first = claimed();
        ledger.call(first, clock.instant());
        ledger.release(first.certain());
        pass(Duration.ofSeconds(5));
        Claim second = claimed();
        ledger.call(second, clock.instant());
        ledger.release(second.certain());

        // When
        Claim third = claimed();

        // Then
        assertThat(first.firstCall()).isNull();
        assertThat(third.firstCall()).isEqualTo(Orders.START);
    }

    @Test
    void aDispatchInDoubtHasOneInterimReport() {
        // Given
        InDoubtCall call = new InDoubtCall(clock.instant(), clock.instant());
        Claim first = claimed();
        Claim lost = first;

        // When
        boolean reported = ledger.releaseUnconfirmed(first.after(call));
        boolean again = ledger.releaseUnconfirmed(claimed());
        boolean byLoser = ledger.releaseUnconfirmed(lost.after(call));

        // Then
        assertThat(reported).isTrue();
        assertThat(again).isFalse();
        assertThat(byLoser).isFalse();
        assertThat(claimed().inDoubtCall()).contains(call);
    }

    @Test
    void theInterimReportOfAnEarlierDoubtCountsForALaterOne() {
        // Given
        InDoubtCall call = new InDoubtCall(clock.instant(), clock.instant());
        ledger.releaseUnconfirmed(claimed().after(call));
        ledger.release(claimed().certain());

        // Then
        assertThat(ledger.releaseUnconfirmed(claimed().after(call))).isFalse();
    }

    @Test
    void eachCallThatBeginsIsCounted() {
        // Given
        Claim first = claimed();
        ledger.call(first, clock.instant());
        ledger.release(first.certain());

        // When
        Claim second = claimed();

        // Then
        assertThat(first.calls()).isZero();
        assertThat(second.calls()).isEqualTo(1);
    }

    @Test
    void aWithdrawnDispatchIsNotCalledAndIsKnownToLaterClaims() {
        // Given
        Claim claim = claimed();
        assertThat(claim.withdrawn()).isFalse();

        // When
        withdraw(id.verificationId());

        // Then
        assertThat(ledger.call(claim, clock.instant())).isEqualTo(CallStart.WITHDRAWN);
        ledger.release(claim);
        Claim next = claimed();
        assertThat(next.withdrawn()).isTrue();
        assertThat(next.inDoubtCall()).isEmpty();
    }

    @Test
    void aWithdrawalThatComesBeforeTheOrderCountsForAllItsDispatches() {
        // Given
        withdraw(id.verificationId());

        // When
        ClaimResult second = ledger.claim(new DispatchId(id.verificationId(), 2));

        // Then
        assertThat(((ClaimResult.Claimed) second).claim().withdrawn()).isTrue();
    }

    @Test
    void anOwnerWhoseLeaseIsOverDoesNotCall() {
        // Given
        Claim slow = claimed();

        // When
        pass(LEASE);

        // Then
        assertThat(ledger.call(slow, clock.instant())).isEqualTo(CallStart.LOST);
    }

    @Test
    void anOwnerWhoLostTheClaimDoesNotCall() {
        // Given
        Claim slow = claimed();
        pass(LEASE);
        claimed();

        // When
        CallStart start = ledger.call(slow, clock.instant());

        // Then
        assertThat(start).isEqualTo(CallStart.LOST);
    }

    @Test
    void aCallThatWasReleasedLeavesNoDoubt() {
        // Given
        Claim claim = claimed();
        ledger.call(claim, clock.instant());

        // When
        ledger.release(claim);

        // Then
        pass(LEASE);
        assertThat(claimed().inDoubtCall()).isEmpty();
    }

    @Test
    void whoLostTheClaimSettlesNothing() {
        // Given
        Claim slow = claimed();
        pass(LEASE);
        Claim heir = claimed();

        // When
        boolean settled = ledger.settle(slow, sent("100"));

        // Then
        assertThat(settled).isFalse();
        assertThat(ledger.settle(heir, sent("200"))).isTrue();
    }

    @Test
    void whoLostTheClaimReleasesNothing() {
        // Given
        Claim slow = claimed();
        pass(LEASE);
        claimed();

        // When
        ledger.release(slow);

        // Then
        assertThat(ledger.claim(id)).isInstanceOf(ClaimResult.HeldUntil.class);
    }

    @Test
    void whomItGoesToIsKnownToEveryLaterAttempt() {
        // Given
        Claim first = claimed();
        assertThat(ledger.address(first, ALICE)).isTrue();
        ledger.release(first);

        // When
        Claim second = claimed();

        // Then
        assertThat(second.recipient()).isEqualTo(ALICE);
        assertThat(second.inDoubtCall()).isEmpty();
    }

    @Test
    void theHeirOfADeadOwnerKnowsWhomItGoesTo() {
        // Given
        ledger.address(claimed(), ALICE);
        pass(LEASE);

        // When
        Claim heir = claimed();

        // Then
        assertThat(heir.recipient()).isEqualTo(ALICE);
    }

    @Test
    void whoLostTheClaimAddressesNothing() {
        // Given
        Claim slow = claimed();
        pass(LEASE);
        claimed();

        // When
        boolean addressed = ledger.address(slow, ALICE);

        // Then
        assertThat(addressed).isFalse();
        pass(LEASE);
        assertThat(claimed().recipient()).isNull();
    }

    @Test
    void anotherDispatchOfTheVerificationIsAnotherMatter() {
        // Given
        ledger.settle(claimed(), sent("100"));

        // When
        ClaimResult next = ledger.claim(new DispatchId(id.verificationId(), 2));

        // Then
        assertThat(next).isInstanceOf(ClaimResult.Claimed.class);
    }

    Claim claimed() {
        return ((ClaimResult.Claimed) ledger.claim(id)).claim();
    }

    DmAttempted sent(String eventId) {
        return DmAttempted.newBuilder()
                .setKind(OrderKind.SEND_MESSAGE)
                .setVerificationId(id.verificationId())
                .setCodeVersion(1)
                .setDispatch(1)
                .setAccount("main")
                .setOutcome(DmOutcome.SENT)
                .setDmEventId(eventId)
                .setAttemptedAt(Orders.START)
                .setSettledAt(Orders.START)
                .build();
    }
}
