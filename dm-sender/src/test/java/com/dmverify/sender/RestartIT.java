package com.dmverify.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.events.DmOutcome;
import com.dmverify.sender.fixture.FakeX;
import com.dmverify.sender.fixture.Orders;
import com.dmverify.sender.fixture.RunningSender;
import com.dmverify.sender.fixture.SenderTopics;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RestartIT {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final int PARTITION = 2;
    private static final String USER = "900";

    @Test
    void whatWaitsWhenAReplicaEndsIsSentOnceByTheNext() {
        try (FakeX x = new FakeX();
                SenderTopics topics = new SenderTopics()) {
            // Given
            List<String> ids = IntStream.range(0, 8)
                    .mapToObj(_ -> "ver_" + UUID.randomUUID())
                    .toList();
            ids.forEach(id -> topics.ask(
                    PARTITION,
                    Orders.requested(id, CLOCK.instant())
                            .setTargetHandle("user" + USER)
                            .setAccount(RunningSender.TIGHT)
                            .setSendDeadline(CLOCK.instant().plusSeconds(60))
                            .build()));
            try (RunningSender _ = new RunningSender(x)) {
                await().atMost(SenderTopics.PATIENCE).until(() -> !x.inbox(USER).isEmpty());
            }
            assertThat(x.inbox(USER)).hasSizeLessThan(ids.size());

            // When
            try (RunningSender _ = new RunningSender(x)) {

                // Then
                ids.forEach(id -> assertThat(topics.attempt(id).getOutcome()).isEqualTo(DmOutcome.SENT));
                assertThat(x.inbox(USER)).hasSize(ids.size());
                topics.untilNothingWaits();
            }
        }
    }
}
