package com.dmverify.connections.token;

import static com.dmverify.connections.fixtures.Accounts.LIFE;
import static com.dmverify.connections.fixtures.Accounts.NAME;
import static com.dmverify.connections.fixtures.Accounts.POLICY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.dmverify.connections.fixtures.Accounts;
import com.dmverify.connections.fixtures.FailingStore;
import com.dmverify.connections.fixtures.FakeX;
import com.dmverify.connections.fixtures.Replica;
import com.dmverify.connections.store.ConnectionStore;
import com.dmverify.connections.store.RedisConnectionStore;
import com.dmverify.local.testing.MutableClock;
import com.dmverify.local.testing.SharedRedis;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several replicas on one Redis. */
class ReplicasIT {

    private static final Instant END = Accounts.START.plus(LIFE);
    private static final Instant DUE = END.minus(POLICY.before());

    private final FakeX x = new FakeX();
    private final MutableClock clock = MutableClock.at(Accounts.START);
    private final ConnectionStore store = new RedisConnectionStore(SharedRedis.template(), Accounts.seal());
    private final Replica one = new Replica(Accounts.brand(x.url()), store, clock);
    private final Replica other = new Replica(Accounts.brand(x.url()), store, clock);
    private final List<String> first = x.brandTokens();

    @BeforeEach
    void connect() {
        store.put(NAME, Accounts.connection(first, Accounts.START));
        one.synchronize();
        other.synchronize();
    }

    @AfterEach
    void close() {
        store.forget(NAME);
        one.close();
        other.close();
        x.close();
    }

    @Test
    void twoReplicasRefreshOnce() throws Exception {
        // Given
        clock.set(END);
        CountDownLatch start = new CountDownLatch(1);

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            // When
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                Replica replica = i % 2 == 0 ? one : other;
                all.add(threads.submit(() -> {
                    start.await();
                    replica.synchronize();
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> each : all) {
                each.get();
            }
        }

        // Then
        one.synchronize();
        other.synchronize();
        assertThat(x.refreshed()).containsExactly(first.getLast());
        assertThat(one.accessToken()).isEqualTo(other.accessToken()).isNotEqualTo(first.getFirst());
    }

    @Test
    void theOldTokenIsUsedUntilTheNewOneIsStored() throws Exception {
        // Given
        clock.set(DUE);
        CountDownLatch answer = new CountDownLatch(1);
        x.waitsFor(answer);

        // When
        Thread refreshing = Thread.startVirtualThread(one::synchronize);
        await().until(() -> !x.refreshed().isEmpty());

        // Then
        clock.advance(Replica.SYNC_INTERVAL.multipliedBy(3));
        assertThat(one.accessToken()).isEqualTo(first.getFirst());
        assertThat(other.accessToken()).isEqualTo(first.getFirst());
        answer.countDown();
        refreshing.join();
        assertThat(one.accessToken()).isNotEqualTo(first.getFirst());
    }

    @Test
    void aCrashAfterTheResponseOfXIsAnUnknownOutcome() {
        // Given
        try (Replica doomed = new Replica(Accounts.brand(x.url()), new FailingStore(store), clock)) {
            clock.set(DUE);
            assertThatThrownBy(doomed::synchronize).isInstanceOf(FailingStore.Died.class);
        }

        // When
        clock.advance(POLICY.lease());
        other.synchronize();

        // Then
        assertThat(x.refreshed()).as("by the dead one").hasSize(1);
        assertThat(other.accessToken()).isEqualTo(first.getFirst());
        assertThat(other.state()).isInstanceOf(ConnectionState.RefreshFailing.class);

        // When
        clock.set(END);
        for (int i = 0; i < 10; i++) {
            one.synchronize();
            other.synchronize();
            clock.advance(Duration.ofMinutes(10));
        }

        // Then
        assertThat(x.refreshed())
                .as("and once more when nothing was left to lose")
                .hasSize(2);
        assertThat(one.state()).isInstanceOf(ConnectionState.ReconnectNeeded.class);
        assertThatThrownBy(other::accessToken).isInstanceOf(NotConnectedException.class);
    }

    @Test
    void aCrashBeforeTheCallCostsNothing() {
        // Given
        clock.set(DUE);
        store.replace(
                NAME,
                store.read(NAME).orElseThrow(),
                Accounts.connection(first, Accounts.START).started(clock.instant(), POLICY));

        // When
        clock.set(END);
        other.synchronize();

        // Then
        assertThat(other.state()).isInstanceOf(ConnectionState.Connected.class);
        assertThat(other.accessToken()).isNotEqualTo(first.getFirst());
    }

    @Test
    void aRejectionIsHandledByOneReplica() {
        // Given
        clock.advance(Replica.REJECTION_GRACE);

        // When
        boolean another = one.rejected(first.getFirst()) && other.rejected(first.getFirst());

        // Then
        assertThat(another).isTrue();
        assertThat(x.refreshed()).hasSize(1);
        assertThat(other.accessToken()).isEqualTo(one.accessToken());
    }

    @Test
    void aRejectionDoesNotDisturbARunningRefresh() throws Exception {
        // Given
        clock.advance(Replica.REJECTION_GRACE);
        x.kills(first.getLast());
        CountDownLatch answer = new CountDownLatch(1);
        x.waitsFor(answer);
        Thread refreshing = Thread.startVirtualThread(() -> one.rejected(first.getFirst()));
        await().until(() -> !x.refreshed().isEmpty());

        // When
        boolean another = other.rejected(first.getFirst());

        // Then
        answer.countDown();
        refreshing.join();
        assertThat(another).isFalse();
        assertThat(other.state()).isInstanceOf(ConnectionState.ReconnectNeeded.class);
        assertThat(x.refreshed()).hasSize(1);
    }
}
