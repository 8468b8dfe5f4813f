package com.dmverify.sender.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dmverify.events.DmAttempted;
import com.dmverify.events.DmOutcome;
import com.dmverify.events.OrderKind;
import com.dmverify.local.LocalRedis;
import com.dmverify.redis.NotReplicatedException;
import com.dmverify.redis.RedisAvailability;
import com.dmverify.redis.ReplicatedScripts;
import com.dmverify.schemas.EventCodec;
import com.dmverify.sender.fixture.NanoTime;
import com.dmverify.sender.fixture.Orders;
import com.dmverify.sender.fixture.SendFixture;
import com.dmverify.sender.order.DispatchId;
import com.dmverify.sender.order.Order;
import com.dmverify.sender.redis.RedisScriptRunner;
import com.dmverify.sender.send.Disposition;
import io.lettuce.core.RedisClient;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** Where claim, call and outcome of a dispatch have to be on replicas of Redis, X is called only if they are. */
class ReplicatedLedgerIT {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final SendFixture desk = new SendFixture();
    private final Order order = Orders.order("ver_1", Orders.START);
    private final LocalRedis redis = LocalRedis.builder().build().start();
    private final RedisClient client = RedisClient.create("redis://127.0.0.1:" + redis.port());
    private final LettuceConnectionFactory connections = connect(redis.port());

    private static LettuceConnectionFactory connect(int port) {
        LettuceConnectionFactory connections = new LettuceConnectionFactory("127.0.0.1", port);
        connections.afterPropertiesSet();
        connections.start();
        return connections;
    }

    @AfterEach
    void stop() {
        connections.destroy();
        client.shutdown();
        redis.close();
    }

    @Test
    void withFewerReplicasThanAskedXIsNotCalled() {
        // When
        assertThatThrownBy(() -> desk.pipelineOn(waiting(Duration.ofMillis(50))).send(order, 1))
                .hasRootCauseInstanceOf(NotReplicatedException.class)
                .satisfies(error ->
                        assertThat(RedisAvailability.isUnavailable(error)).isTrue());

        // Then
        assertThat(desk.x.sends()).isZero();
    }

    @Test
    void eachOfClaimCallAndOutcomeHasToBeOnReplicas() {
        // Given
        SentLedger waiting = waiting(Duration.ofMillis(50));
        Claim claim = ((ClaimResult.Claimed)
                        ledger(new RedisScriptRunner(connections)).claim(order.id()))
                .claim();

        // Then
        assertThatThrownBy(() -> waiting.claim(new DispatchId("ver_2", 1)))
                .hasRootCauseInstanceOf(NotReplicatedException.class);
        assertThatThrownBy(() -> waiting.call(claim, Orders.START))
                .hasRootCauseInstanceOf(NotReplicatedException.class);
        assertThatThrownBy(() -> waiting.settle(claim, sent())).hasRootCauseInstanceOf(NotReplicatedException.class);
    }

    @Test
    void withAReplicaTheMessageIsSentAndTheReplicaHasItsOutcome() {
        try (LocalRedis replica = LocalRedis.builder().build().start().replicateFrom(redis)) {
            // When
            Disposition next = desk.pipelineOn(waiting(LONGEST)).send(order, 1);

            // Then
            assertThat(next)
                    .isInstanceOfSatisfying(
                            Disposition.Attempted.class,
                            report -> assertThat(report.event().getOutcome()).isEqualTo(DmOutcome.SENT));
            assertThat(replica.command("HEXISTS", LedgerKeys.entry(order.id()), "event"))
                    .isEqualTo("1");
        }
    }

    private SentLedger waiting(Duration timeout) {
        ReplicatedScripts scripts = new ReplicatedScripts(client, 1, 1, timeout);
        return ledger(new RedisScriptRunner(connections, () -> scripts));
    }

    private SentLedger ledger(RedisScriptRunner runner) {
        return new RedisSentLedger(
                runner,
                new EventCodec(),
                desk.clock,
                NanoTime.of(desk.clock),
                new RedisSentLedger.Spans(SendFixture.LEASE, Duration.ofHours(26)));
    }

    private static DmAttempted sent() {
        return DmAttempted.newBuilder()
                .setKind(OrderKind.SEND_MESSAGE)
                .setVerificationId("ver_1")
                .setCodeVersion(1)
                .setDispatch(1)
                .setAccount(Orders.ACCOUNT)
                .setOutcome(DmOutcome.SENT)
                .setAttemptedAt(Orders.START)
                .setSettledAt(Orders.START)
                .build();
    }
}
