package com.dmverify.sender.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.events.DmAttempted;
import com.dmverify.events.DmOutcome;
import com.dmverify.sender.cast.HandClock;
import com.dmverify.sender.order.DispatchId;
import com.dmverify.sender.recipient.Recipient;
import com.dmverify.x.Handle;
import com.dmverify.x.UserId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every ledger promises. */
abstract class SentLedgerContract {

    static final Duration LEASE = Duration.ofSeconds(60);

    private static final Recipient ALICE = new Recipient(new UserId("2000"), new Handle("Alice"));

    final HandClock clock = new HandClock();
    private final DispatchId id = new DispatchId("ver_" + UUID.randomUUID(), 1);
    private SentLedger ledger;

    abstract SentLedger ledger();

    @BeforeEach
    void open() {
        ledger = ledger();
    }

    @Test
    void aNewDispatchIsClaimedWithoutDoubt() {
        assertThat(claimed().doubt()).isEmpty();
    }

    @Test
    void whileOneHoldsItTheOthersAreToldUntilWhen() {
        // Given
        claimed();

        // When
        Claiming second = ledger.claim(id);

        // Then
        assertThat(second).isEqualTo(new Claiming.HeldUntil(HandClock.START.plus(LEASE)));
    }

    @Test
    void ofManyWhoAskAtOnceOneGetsIt() {
        List<Claiming> answers = IntStream.range(0, 50)
                .parallel()
                .mapToObj(_ -> ledger.claim(id))
                .toList();

        assertThat(answers).filteredOn(Claiming.Claimed.class::isInstance).hasSize(1);
    }

    @Test
    void whatWasSettledIsToldAsItWasAnnounced() {
        // Given
        DmAttempted event = sent("100");
        assertThat(ledger.settle(claimed(), event)).isTrue();
        clock.move(Duration.ofHours(25));

        // When
        Claiming later = ledger.claim(id);

        // Then
        assertThat(later).isEqualTo(new Claiming.Settled(event));
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
        assertThat(ledger.claim(id)).isEqualTo(new Claiming.Settled(sent("100")));
    }

    @Test
    void aReleasedClaimIsFreeAndWithoutDoubt() {
        // Given
        ledger.release(claimed());

        // When
        Claim next = claimed();

        // Then
        assertThat(next.doubt()).isEmpty();
    }

    @Test
    void aDoubtOutlivesTheClaim() {
        // Given
        Doubt call = new Doubt(clock.instant(), clock.instant().plusSeconds(1));
        ledger.release(claimed().after(call));
        clock.move(Duration.ofSeconds(5));

        // When
        Claim next = claimed();

        // Then
        assertThat(next.doubt()).contains(call);
    }

    @Test
    void aDoubtThatWasSettledIsGone() {
        // Given
        ledger.release(claimed().after(new Doubt(clock.instant(), clock.instant())));
        ledger.release(claimed().certain());

        // When
        Claim next = claimed();

        // Then
        assertThat(next.doubt()).isEmpty();
    }

    @Test
    void theClaimOfADeadOwnerIsTakenOverInDoubtFromItsBeginToItsEnd() {
        // Given
        claimed();
        clock.move(LEASE);

        // When
        Claim heir = claimed();

        // Then
        assertThat(heir.doubt()).contains(new Doubt(HandClock.START, HandClock.START.plus(LEASE)));
    }

    @Test
    void aDoubtStaysAsOldAsItIsWhenItsHeirDiesToo() {
        // Given
        claimed();
        clock.move(LEASE);
        claimed();
        clock.move(LEASE);

        // When
        Claim heir = claimed();

        // Then
        assertThat(heir.doubt()).contains(new Doubt(HandClock.START, HandClock.START.plus(LEASE.multipliedBy(2))));
    }

    @Test
    void aCallThatBeginsInTimeIsOverBeforeTheLease() {
        assertThat(claimed().sendBefore()).isEqualTo(HandClock.START.plusSeconds(40));
    }

    @Test
    void whoLostTheClaimSettlesNothing() {
        // Given
        Claim slow = claimed();
        clock.move(LEASE);
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
        clock.move(LEASE);
        claimed();

        // When
        ledger.release(slow);

        // Then
        assertThat(ledger.claim(id)).isInstanceOf(Claiming.HeldUntil.class);
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
        assertThat(second.doubt()).isEmpty();
    }

    @Test
    void theHeirOfADeadOwnerKnowsWhomItGoesTo() {
        // Given
        ledger.address(claimed(), ALICE);
        clock.move(LEASE);

        // When
        Claim heir = claimed();

        // Then
        assertThat(heir.recipient()).isEqualTo(ALICE);
        assertThat(heir.doubt()).isPresent();
    }

    @Test
    void whoLostTheClaimAddressesNothing() {
        // Given
        Claim slow = claimed();
        clock.move(LEASE);
        claimed();

        // When
        boolean addressed = ledger.address(slow, ALICE);

        // Then
        assertThat(addressed).isFalse();
        clock.move(LEASE);
        assertThat(claimed().recipient()).isNull();
    }

    @Test
    void anotherDispatchOfTheVerificationIsAnotherMatter() {
        // Given
        ledger.settle(claimed(), sent("100"));

        // When
        Claiming next = ledger.claim(new DispatchId(id.verificationId(), 2));

        // Then
        assertThat(next).isInstanceOf(Claiming.Claimed.class);
    }

    Claim claimed() {
        return ((Claiming.Claimed) ledger.claim(id)).claim();
    }

    DmAttempted sent(String eventId) {
        return DmAttempted.newBuilder()
                .setVerificationId(id.verificationId())
                .setGeneration(1)
                .setDispatch(1)
                .setAccount("main")
                .setOutcome(DmOutcome.SENT)
                .setDmEventId(eventId)
                .setAttemptedAt(HandClock.START)
                .setSettledAt(HandClock.START)
                .build();
    }
}
