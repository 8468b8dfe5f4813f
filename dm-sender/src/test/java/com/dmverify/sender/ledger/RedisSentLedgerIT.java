package com.dmverify.sender.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.schemas.EventCodec;
import com.dmverify.sender.cast.RealRedis;
import com.dmverify.sender.order.DispatchId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RedisSentLedgerIT extends SentLedgerContract {

    private static final Duration MEMORY = Duration.ofHours(26);

    @Override
    SentLedger ledger() {
        return new RedisSentLedger(RealRedis.scripts(), new EventCodec(), clock, LEASE, MEMORY);
    }

    @Test
    void whatHappenedIsRecordedEvenIfRedisLostTheClaim() {
        // Given
        Claim claim = claimed();
        RealRedis.template().delete("dm-sender:sent:{%s}:1".formatted(claim.id().verificationId()));

        // When
        boolean settled = ledger().settle(claim, sent("100"));

        // Then
        assertThat(settled).isTrue();
    }

    @Test
    void everyEntryEndsByItself() {
        // Given
        DispatchId id = new DispatchId("ver_ttl", 7);

        // When
        ledger().claim(id);

        // Then
        assertThat(RealRedis.template().getExpire("dm-sender:sent:{ver_ttl}:7"))
                .isBetween(MEMORY.toSeconds() - 60, MEMORY.toSeconds());
    }
}
