package com.dmverify.sender.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sender.cast.HandClock;
import com.dmverify.sender.cast.RealRedis;
import com.dmverify.x.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedisOverviewStoreIT extends OverviewStoreContract {

    private final OverviewStore store = of("ring-1");

    @Override
    OverviewStore store() {
        return store;
    }

    @Test
    void whatWasMadeWithAnotherSecretSaysNothing() {
        // When
        store.keep(new UserId("7"), new Overview(HandClock.START, Instant.EPOCH, Map.of()));

        // Then
        assertThat(of("ring-2").latest(new UserId("7"))).isEmpty();
    }

    @Test
    void everyOverviewEndsByItself() {
        // When
        store.keep(new UserId("8"), new Overview(HandClock.START, Instant.EPOCH, Map.of()));

        // Then
        assertThat(RealRedis.template().getExpire("dm-sender:overview:ring-1:8"))
                .isBetween(1L, 1800L);
    }

    private static OverviewStore of(String ring) {
        return new RedisOverviewStore(RealRedis.template(), ring, Duration.ofMinutes(30));
    }
}
