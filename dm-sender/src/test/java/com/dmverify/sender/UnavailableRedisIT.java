package com.dmverify.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.events.DmOutcome;
import com.dmverify.local.LocalServices;
import com.dmverify.local.testing.ScriptedRedis;
import com.dmverify.sender.fixture.FakeX;
import com.dmverify.sender.fixture.Orders;
import com.dmverify.sender.fixture.RunningSender;
import com.dmverify.sender.fixture.SenderTopics;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A Redis that is there and cannot work, or whose answers are lost: an order waits, and is sent once when Redis works again. */
class UnavailableRedisIT {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final int PARTITION = 0;

    private static ScriptedRedis redis;
    private static FakeX x;
    private static SenderTopics topics;
    private static RunningSender sender;

    private final String verification = "ver_" + UUID.randomUUID();
    private final String user = String.valueOf(ThreadLocalRandom.current().nextLong(1_000_000, 9_000_000));

    @BeforeAll
    static void start() {
        redis = ScriptedRedis.before(LocalServices.shared().redis());
        x = new FakeX();
        topics = new SenderTopics();
        sender = new RunningSender(x, redis.port());
    }

    @AfterAll
    static void stop() {
        sender.close();
        topics.close();
        x.close();
        redis.close();
    }

    @AfterEach
    void behave() {
        redis.behave();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OOM command not allowed when used memory > 'maxmemory'. script: 40a2, on @user_script:32.",
                "READONLY You can't write against a read only replica. script: 40a2, on @user_script:32.",
                "NOREPLICAS Not enough good replicas to write. script: 40a2, on @user_script:32.",
                "MISCONF Redis is configured to save RDB snapshots script: 40a2, on @user_script:32.",
                "LOADING Redis is loading the dataset in memory",
                "MASTERDOWN Link with MASTER is down",
                "CLUSTERDOWN The cluster is down",
                "TRYAGAIN Multiple keys request during rehashing of slot",
                "BUSY Redis is busy running a script."
            })
    void anOrderIsSentOnceWhenRedisCanWorkAgain(String error) {
        // Given
        redis.refuse("*", error);
        long asked = scripts();

        // When
        ask();
        await().atMost(SenderTopics.PATIENCE).until(() -> scripts() > asked + 2);
        assertThat(x.inbox(user)).isEmpty();
        redis.behave();

        // Then
        assertThat(topics.attempt(verification).getOutcome()).isEqualTo(DmOutcome.SENT);
        topics.untilNothingWaits();
        assertThat(topics.announcements(verification, 1)).hasSize(1);
        assertThat(x.inbox(user)).hasSize(1);
    }

    @Test
    void anOrderIsSentOnceThoughAnswersOfRedisAreLost() {
        // Given
        redis.loseAnswers("EVALSHA");
        long asked = scripts();

        // When
        ask();
        await().atMost(SenderTopics.PATIENCE).until(() -> scripts() > asked + 2);
        redis.behave();

        // Then
        assertThat(topics.attempt(verification).getOutcome()).isEqualTo(DmOutcome.SENT);
        topics.untilNothingWaits();
        assertThat(x.inbox(user)).hasSize(1);
    }

    private void ask() {
        topics.ask(
                PARTITION,
                Orders.requested(verification, CLOCK.instant())
                        .setTargetHandle("user" + user)
                        .build());
    }

    private static long scripts() {
        return redis.count("EVALSHA");
    }
}
