package com.dmverify.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.events.DmOutcome;
import com.dmverify.local.LocalServices;
import com.dmverify.local.testing.FreezingProxy;
import com.dmverify.sender.fixture.FakeX;
import com.dmverify.sender.fixture.Orders;
import com.dmverify.sender.fixture.RunningSender;
import com.dmverify.sender.fixture.SenderTopics;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** A Redis that vanishes without a reset, as when packets are dropped, and takes new connections. */
class SilentRedisIT {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final int PARTITION = 0;

    private final String user = String.valueOf(ThreadLocalRandom.current().nextLong(1_000_000, 9_000_000));

    @Test
    void anOrderIsSentOnceOverANewConnectionWhileTheOldOnesStaySilent() {
        try (FreezingProxy proxy =
                        FreezingProxy.before(LocalServices.shared().redis().port());
                FakeX x = new FakeX();
                SenderTopics topics = new SenderTopics();
                RunningSender sender = new RunningSender(x, proxy.port())) {
            // Given
            String before = ask(topics);
            assertThat(topics.attempt(before).getOutcome()).isEqualTo(DmOutcome.SENT);
            int connections = proxy.accepted();

            // When
            proxy.freeze();
            String id = ask(topics);

            // Then
            assertThat(topics.attempt(id).getOutcome()).isEqualTo(DmOutcome.SENT);
            assertThat(x.inbox(user)).hasSize(2);
            assertThat(proxy.accepted()).isGreaterThan(connections);
            await().atMost(SenderTopics.PATIENCE)
                    .untilAsserted(() -> assertThat(sender.operatorSees("/actuator/health/readiness"))
                            .contains("UP"));
            topics.untilNothingWaits();
        }
    }

    private String ask(SenderTopics topics) {
        String id = "ver_" + UUID.randomUUID();
        Instant now = CLOCK.instant();
        topics.ask(
                PARTITION,
                Orders.requested(id, now).setTargetHandle("user" + user).build());
        return id;
    }
}
