package com.dmverify.connections.token;

import static com.dmverify.connections.cast.Accounts.LIFE;
import static com.dmverify.connections.cast.Accounts.NAME;
import static com.dmverify.connections.cast.Accounts.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.dmverify.connections.cast.Accounts;
import com.dmverify.connections.cast.DyingStore;
import com.dmverify.connections.cast.FakeX;
import com.dmverify.connections.cast.HandClock;
import com.dmverify.connections.cast.RealRedis;
import com.dmverify.connections.cast.Replica;
import com.dmverify.connections.store.ConnectionStore;
import com.dmverify.connections.store.RedisConnectionStore;
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

/** Several senders on one Redis. */
class ReplicasIT {

    private static final Instant END = HandClock.START.plus(LIFE);
    private static final Instant DUE = END.minus(PATIENCE.before());

    private final FakeX x = new FakeX();
    private final HandClock clock = new HandClock();
    private final ConnectionStore store = new RedisConnectionStore(RealRedis.template(), Accounts.seal());
    private final Replica one = new Replica(Accounts.brand(x.url()), store, clock);
    private final Replica other = new Replica(Accounts.brand(x.url()), store, clock);
    private final List<String> first = x.brandTokens();

    @BeforeEach
    void connect() {
        store.put(NAME, Accounts.connection(first, HandClock.START));
        one.looks();
        other.looks();
    }

    @AfterEach
    void close() {
        store.forget(NAME);
        one.close();
        other.close();
        x.close();
    }

    @Test
    void twoThatRenewAtOnceAskXOnce() throws Exception {
        // Given
        clock.moveTo(END);
        CountDownLatch start = new CountDownLatch(1);

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            // When
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                Replica replica = i % 2 == 0 ? one : other;
                all.add(threads.submit(() -> {
                    start.await();
                    replica.looks();
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> each : all) {
                each.get();
            }
        }

        // Then
        one.looks();
        other.looks();
        assertThat(x.refreshed()).containsExactly(first.getLast());
        assertThat(one.accessToken()).isEqualTo(other.accessToken()).isNotEqualTo(first.getFirst());
    }

    @Test
    void theOldTokenIsUsedUntilTheNewOneIsStored() throws Exception {
        // Given
        clock.moveTo(DUE);
        CountDownLatch answer = new CountDownLatch(1);
        x.waitsFor(answer);

        // When
        Thread renewing = Thread.startVirtualThread(one::looks);
        await().until(() -> !x.refreshed().isEmpty());

        // Then
        clock.move(Replica.LOOK.multipliedBy(3));
        assertThat(one.accessToken()).isEqualTo(first.getFirst());
        assertThat(other.accessToken()).isEqualTo(first.getFirst());
        answer.countDown();
        renewing.join();
        assertThat(one.accessToken()).isNotEqualTo(first.getFirst());
    }

    @Test
    void whoDiesWithXsAnswerInHandIsNotFollowedBlindly() {
        // Given
        try (Replica doomed = new Replica(Accounts.brand(x.url()), new DyingStore(store), clock)) {
            clock.moveTo(DUE);
            assertThatThrownBy(doomed::looks).isInstanceOf(DyingStore.Died.class);
        }

        // When
        clock.move(PATIENCE.lease());
        other.looks();

        // Then
        assertThat(x.refreshed()).as("by the dead one").hasSize(1);
        assertThat(other.accessToken()).isEqualTo(first.getFirst());
        assertThat(other.state()).isInstanceOf(ConnectionState.Troubled.class);

        // When
        clock.moveTo(END);
        for (int i = 0; i < 10; i++) {
            one.looks();
            other.looks();
            clock.move(Duration.ofMinutes(10));
        }

        // Then
        assertThat(x.refreshed())
                .as("and once more when nothing was left to lose")
                .hasSize(2);
        assertThat(one.state()).isInstanceOf(ConnectionState.ReconnectNeeded.class);
        assertThatThrownBy(other::accessToken).isInstanceOf(NotConnectedException.class);
    }

    @Test
    void whoDiesBeforeXHearsOfItCostsNothing() {
        // Given
        clock.moveTo(DUE);
        store.replace(
                NAME,
                store.read(NAME).orElseThrow(),
                Accounts.connection(first, HandClock.START).begun(clock.instant(), PATIENCE));

        // When
        clock.moveTo(END);
        other.looks();

        // Then
        assertThat(other.state()).isInstanceOf(ConnectionState.Connected.class);
        assertThat(other.accessToken()).isNotEqualTo(first.getFirst());
    }

    @Test
    void whatOneHearsOfARejectionTheOtherDoesNotRepeat() {
        // Given
        clock.move(Replica.REJECTION);

        // When
        boolean another = one.rejected(first.getFirst()) && other.rejected(first.getFirst());

        // Then
        assertThat(another).isTrue();
        assertThat(x.refreshed()).hasSize(1);
        assertThat(other.accessToken()).isEqualTo(one.accessToken());
    }

    @Test
    void aRejectionDoesNotDisturbARenewalThatIsUnderWay() throws Exception {
        // Given
        clock.move(Replica.REJECTION);
        x.kills(first.getLast());
        CountDownLatch answer = new CountDownLatch(1);
        x.waitsFor(answer);
        Thread renewing = Thread.startVirtualThread(() -> one.rejected(first.getFirst()));
        await().until(() -> !x.refreshed().isEmpty());

        // When
        boolean another = other.rejected(first.getFirst());

        // Then
        answer.countDown();
        renewing.join();
        assertThat(another).isFalse();
        assertThat(other.state()).isInstanceOf(ConnectionState.ReconnectNeeded.class);
        assertThat(x.refreshed()).hasSize(1);
    }
}
