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

class ReplicasIT {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final String USER = "901";
    private static final int EACH = 9;

    @Test
    void replicasComeAndGoAndEveryOrderIsSentOnce() {
        try (FakeX x = new FakeX();
                SenderTopics topics = new SenderTopics();
                RunningSender first = new RunningSender(x)) {
            // Given
            List<String> tight = ask(topics, RunningSender.TIGHT);
            await().atMost(SenderTopics.PATIENCE).until(() -> !x.inbox(USER).isEmpty());

            // When
            try (RunningSender _ = new RunningSender(x)) {
                List<String> main = ask(topics, Orders.ACCOUNT);
                main.forEach(id -> assertThat(topics.attempt(id).getOutcome()).isEqualTo(DmOutcome.SENT));
                first.end();
                tight.forEach(id -> assertThat(topics.attempt(id).getOutcome()).isEqualTo(DmOutcome.SENT));

                // Then
                topics.untilNothingWaits();
                assertThat(x.inbox(USER)).hasSize(tight.size() + main.size());
            }
        }
    }

    private static List<String> ask(SenderTopics topics, String account) {
        List<String> ids = IntStream.range(0, EACH)
                .mapToObj(_ -> "ver_" + UUID.randomUUID())
                .toList();
        for (int i = 0; i < EACH; i++) {
            topics.ask(
                    i % SenderTopics.PARTITIONS,
                    Orders.requested(ids.get(i), CLOCK.instant())
                            .setTargetHandle("user" + USER)
                            .setAccount(account)
                            .setSendDeadline(CLOCK.instant().plusSeconds(120))
                            .build());
        }
        return ids;
    }
}
