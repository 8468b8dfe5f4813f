package com.dmverify.sender.evidence.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.local.testing.SharedRedis;
import com.dmverify.sender.fixture.Orders;
import com.dmverify.x.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedisSnapshotStoreIT extends SnapshotStoreContract {

    private final SnapshotStore store = of("ring-1");

    @Override
    SnapshotStore store() {
        return store;
    }

    @Test
    void whatWasMadeWithAnotherSecretSaysNothing() {
        // When
        store.keep(new UserId("7"), new ConversationSnapshot(Orders.START, Instant.EPOCH, Map.of()));

        // Then
        assertThat(of("ring-2").latest(new UserId("7"))).isEmpty();
    }

    @Test
    void everyOverviewEndsByItself() {
        // When
        store.keep(new UserId("8"), new ConversationSnapshot(Orders.START, Instant.EPOCH, Map.of()));

        // Then
        assertThat(SharedRedis.template().getExpire("dm-sender:snapshot:ring-1:8"))
                .isBetween(1L, 1800L);
    }

    private static SnapshotStore of(String ring) {
        return new RedisSnapshotStore(SharedRedis.template(), ring, Duration.ofMinutes(30));
    }
}
