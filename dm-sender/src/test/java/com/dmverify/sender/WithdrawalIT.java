package com.dmverify.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.events.DmAttempted;
import com.dmverify.events.DmOutcome;
import com.dmverify.events.DmReason;
import com.dmverify.events.VerificationRequested;
import com.dmverify.local.testing.SharedRedis;
import com.dmverify.schemas.Topics;
import com.dmverify.sender.fixture.FakeX;
import com.dmverify.sender.fixture.Orders;
import com.dmverify.sender.fixture.RunningSender;
import com.dmverify.sender.fixture.SenderTopics;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

class WithdrawalIT {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final int PARTITION = 1;

    private final String user = String.valueOf(ThreadLocalRandom.current().nextLong(1_000_000, 9_000_000));

    @Test
    void anOrderThatWaitsForTheLimitIsNotSentAfterTheEndWhicheverReplicaComesToIt() {
        try (FakeX x = new FakeX();
                SenderTopics topics = new SenderTopics();
                RunningSender first = new RunningSender(x);
                RunningSender second = new RunningSender(x)) {
            // Given: one message uses up the limit, and another order waits
            String sent = ask(topics, RunningSender.SLOW, user);
            assertThat(topics.attempt(sent).getOutcome()).isEqualTo(DmOutcome.SENT);
            String waiting = ask(topics, RunningSender.SLOW, user);

            // When: the verification ends, both replicas end, and only then the limit is released
            topics.cancel(waiting);
            awaitKey("dm-sender:withdrawn:{" + waiting + "}");
            first.end();
            second.end();
            releaseLimit();
            try (RunningSender _ = new RunningSender(x)) {
                DmAttempted event = topics.attempt(waiting);

                // Then
                assertThat(event.getOutcome()).isEqualTo(DmOutcome.WITHDRAWN);
                String later = ask(topics, RunningSender.SLOW, user);
                assertThat(topics.attempt(later).getOutcome()).isEqualTo(DmOutcome.SENT);
                assertThat(x.inbox(user)).hasSize(2);
            }
        }
    }

    @Test
    void whoeverOptedOutGetsNothingAndRecordsThatCannotBeReadStopNoReader() {
        try (FakeX x = new FakeX();
                SenderTopics topics = new SenderTopics();
                RunningSender _ = new RunningSender(x)) {
            // Given
            topics.put(Topics.OPT_OUTS, "main:1" + user, new byte[] {1, 2, 3});
            topics.put(Topics.VERIFICATION_EVENTS, "?", new byte[] {1, 2, 3});
            topics.optOut(Orders.ACCOUNT, user);
            awaitKey("dm-sender:opt-out:{main:" + user + "}");

            // When
            DmAttempted event = topics.attempt(ask(topics, Orders.ACCOUNT, user));
            DmAttempted damaged = topics.attempt(ask(topics, Orders.ACCOUNT, "1" + user));

            // Then
            assertThat(event.getOutcome()).isEqualTo(DmOutcome.WITHDRAWN);
            assertThat(event.getReason()).isEqualTo(DmReason.OPTED_OUT);
            assertThat(damaged.getReason()).isEqualTo(DmReason.OPTED_OUT);
            assertThat(topics.attempt(ask(topics, Orders.ACCOUNT, "2" + user)).getOutcome())
                    .isEqualTo(DmOutcome.SENT);
            assertThat(x.inbox(user)).isEmpty();
        }
    }

    private static String ask(SenderTopics topics, String account, String user) {
        VerificationRequested order = Orders.requested("ver_" + UUID.randomUUID(), CLOCK.instant())
                .setTargetHandle("user" + user)
                .setAccount(account)
                .setSendDeadline(CLOCK.instant().plusSeconds(7_200))
                .build();
        topics.ask(PARTITION, order);
        return order.getVerificationId();
    }

    private static void awaitKey(String key) {
        await().atMost(SenderTopics.PATIENCE).until(() -> SharedRedis.template().hasKey(key));
    }

    private static void releaseLimit() {
        Set<String> windows = SharedRedis.template().keys("dm-sender:budget:*:" + RunningSender.SLOW + ":*");
        SharedRedis.template().delete(windows);
    }
}
