package com.dmverify.sender.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.local.testing.SharedRedis;
import com.dmverify.schemas.EventCodec;
import com.dmverify.sender.fixture.NanoTime;
import com.dmverify.sender.order.DispatchId;
import com.dmverify.sender.redis.RedisScriptRunner;
import io.lettuce.core.cluster.SlotHash;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedisSentLedgerIT extends SentLedgerContract {

    private static final Duration MEMORY = Duration.ofHours(26);
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final Locale locale = Locale.getDefault();

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(locale);
    }

    @Override
    SentLedger ledger() {
        return ledger(LEASE);
    }

    private RedisSentLedger ledger(Duration lease) {
        return new RedisSentLedger(
                new RedisScriptRunner(SharedRedis.connections()),
                new EventCodec(),
                clock,
                NanoTime.of(clock),
                new RedisSentLedger.Spans(lease, MEMORY));
    }

    /** As if Redis had ended the lease: its own clock cannot be moved. */
    @Override
    void moved() {
        SharedRedis.template().delete(LedgerKeys.lease(id));
    }

    @Override
    void withdraw(String verificationId) {
        new RedisWithdrawals(SharedRedis.template(), MEMORY).withdraw(List.of(verificationId));
    }

    @Test
    void redisEndsTheLeaseWhateverTheClocksOfTheReplicasSay() {
        // Given
        RedisSentLedger ledger = ledger(Duration.ofMillis(300));
        Claim claim = ((ClaimResult.Claimed) ledger.claim(id)).claim();
        ledger.call(claim, clock.instant());
        clock.advance(Duration.ofMinutes(-10));

        // When
        ClaimResult next = await().atMost(TIMEOUT).until(() -> ledger.claim(id), ClaimResult.Claimed.class::isInstance);

        // Then
        assertThat(((ClaimResult.Claimed) next).claim().inDoubtCall()).isPresent();
    }

    @Test
    void whatHappenedIsRecordedEvenIfRedisLostTheClaim() {
        // Given
        Claim claim = claimed();
        SharedRedis.template().delete(LedgerKeys.entry(id));

        // When
        boolean settled = ledger().settle(claim, sent("100"));

        // Then
        assertThat(settled).isTrue();
    }

    @Test
    void everyKeyEndsByItself() {
        // Given
        DispatchId dispatch = new DispatchId("ver_ttl", 7);

        // When
        ledger().claim(dispatch);
        withdraw("ver_ttl");

        // Then
        assertThat(SharedRedis.template().getExpire("dm-sender:sent:{ver_ttl}:7"))
                .isBetween(MEMORY.toSeconds() - 60, MEMORY.toSeconds());
        assertThat(SharedRedis.template().getExpire("dm-sender:sent:{ver_ttl}:7:lease"))
                .isBetween(1L, LEASE.toSeconds());
        assertThat(SharedRedis.template().getExpire("dm-sender:withdrawn:{ver_ttl}"))
                .isBetween(MEMORY.toSeconds() - 60, MEMORY.toSeconds());
    }

    @Test
    void allKeysOfOneScriptLieInOneSlotOfACluster() {
        assertThat(List.of(LedgerKeys.lease(id), LedgerKeys.withdrawn(id.verificationId())))
                .extracting(SlotHash::getSlot)
                .containsOnly(SlotHash.getSlot(LedgerKeys.entry(id)));
    }

    @Test
    void aSettledDispatchLeavesNoLease() {
        // Given
        Claim claim = claimed();

        // When
        ledger().settle(claim, sent("100"));

        // Then
        assertThat(SharedRedis.template().hasKey(LedgerKeys.lease(id))).isFalse();
    }

    @Test
    void replicasOfDifferentLanguagesMeanTheSameDispatch() {
        // Given
        Locale.setDefault(Locale.forLanguageTag("fa-IR-u-nu-arabext"));
        Claim claim = claimed();

        // When
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        ClaimResult other = ledger().claim(id);

        // Then
        assertThat(other).isInstanceOf(ClaimResult.HeldUntil.class);
        assertThat(ledger().call(claim, Instant.EPOCH)).isEqualTo(CallStart.CALLING);
    }
}
