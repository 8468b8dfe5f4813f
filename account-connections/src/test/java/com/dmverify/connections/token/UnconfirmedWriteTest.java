package com.dmverify.connections.token;

import static com.dmverify.connections.fixtures.Accounts.LIFE;
import static com.dmverify.connections.fixtures.Accounts.NAME;
import static com.dmverify.connections.fixtures.Accounts.POLICY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dmverify.connections.connection.Connection;
import com.dmverify.connections.connection.RefreshState;
import com.dmverify.connections.fixtures.Accounts;
import com.dmverify.connections.fixtures.FakeX;
import com.dmverify.connections.fixtures.FakeX.Fault;
import com.dmverify.connections.fixtures.Replica;
import com.dmverify.connections.store.InMemoryConnectionStore;
import com.dmverify.connections.store.UnconfirmedWriteException;
import com.dmverify.local.testing.MutableClock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

/** A write without confirmation, which took effect or did not: both end in the same state. */
class UnconfirmedWriteTest {

    private static final Instant DUE = Accounts.START.plus(LIFE).minus(POLICY.before());

    private final FakeX x = new FakeX();
    private final MutableClock clock = MutableClock.at(Accounts.START);
    private final InMemoryConnectionStore store = new InMemoryConnectionStore();
    private final Replica replica = new Replica(Accounts.brand(x.url()), store, clock);
    private final List<String> first = x.brandTokens();

    @BeforeEach
    void connect() {
        store.put(NAME, Accounts.connection(first, Accounts.START));
        replica.synchronize();
        clock.set(DUE);
    }

    @AfterEach
    void close() {
        replica.close();
        x.close();
    }

    @Test
    void anUnconfirmedStartIsContinued() {
        // Given
        store.beforeAnswering(UnconfirmedWriteTest::fail);
        assertThatThrownBy(replica::synchronize).isInstanceOf(UnconfirmedWriteException.class);
        assertThat(x.refreshed()).isEmpty();

        // When
        store.beforeAnswering(written -> {});
        replica.synchronize();

        // Then
        assertThat(x.refreshed()).containsExactly(first.getLast());
        assertThat(replica.state()).isEqualTo(new ConnectionState.Connected("example", DUE.plus(LIFE)));
    }

    @Test
    void aStartThatWasNotWrittenIsTriedAgain() {
        // Given
        store.beforeReplacing(UnconfirmedWriteTest::fail);
        assertThatThrownBy(replica::synchronize).isInstanceOf(UnconfirmedWriteException.class);

        // When
        store.beforeReplacing(next -> {});
        replica.synchronize();

        // Then
        assertThat(x.refreshed()).containsExactly(first.getLast());
        assertThat(replica.state()).isEqualTo(new ConnectionState.Connected("example", DUE.plus(LIFE)));
    }

    @Test
    void anotherReplicasStartIsRespectedAfterOurOwnFailed() {
        try (Replica other = new Replica(Accounts.brand(x.url()), store, clock)) {
            // Given
            store.beforeReplacing(UnconfirmedWriteTest::fail);
            assertThatThrownBy(replica::synchronize).isInstanceOf(UnconfirmedWriteException.class);
            store.beforeReplacing(next -> {});
            other.synchronize();

            // When
            replica.synchronize();

            // Then
            assertThat(x.refreshed()).containsExactly(first.getLast());
            assertThat(replica.accessToken()).isEqualTo(other.accessToken());
        }
    }

    @Test
    void theResultIsWrittenWhenTheStoreIsAvailableAgain() {
        // Given
        x.has(Fault.answering(400, "{\"error\":\"invalid_grant\"}"));
        store.beforeReplacing(UnconfirmedWriteTest::failOutcome);
        assertThatThrownBy(replica::synchronize).isInstanceOf(UnconfirmedWriteException.class);

        // When
        store.beforeReplacing(next -> {});
        replica.synchronize();

        // Then
        assertThat(replica.state()).isInstanceOf(ConnectionState.ReconnectNeeded.class);
    }

    @Test
    void anUnconfirmedResultIsWrittenOnce() {
        // Given
        x.has(Fault.answering(429, ""));
        store.beforeAnswering(UnconfirmedWriteTest::failOutcome);
        assertThatThrownBy(replica::synchronize).isInstanceOf(UnconfirmedWriteException.class);

        // When
        store.beforeAnswering(written -> {});
        replica.synchronize();

        // Then
        assertThat(store.read(NAME).orElseThrow().connection().refresh())
                .isInstanceOfSatisfying(
                        RefreshState.Postponed.class,
                        postponed -> assertThat(postponed.failure().failures()).isEqualTo(1));
    }

    @Test
    void anUnconfirmedResultDoesNotOverwriteANewConsent() {
        // Given
        x.has(Fault.answering(400, "{\"error\":\"invalid_grant\"}"));
        store.beforeReplacing(UnconfirmedWriteTest::failOutcome);
        assertThatThrownBy(replica::synchronize).isInstanceOf(UnconfirmedWriteException.class);
        store.beforeReplacing(next -> {});
        store.put(NAME, Accounts.connection(List.of("new-access", "new-refresh"), clock.instant()));

        // When
        replica.synchronize();

        // Then
        assertThat(replica.accessToken()).isEqualTo("new-access");
        assertThat(replica.state()).isInstanceOf(ConnectionState.Connected.class);
    }

    private static void failOutcome(Connection next) {
        if (!(next.refresh() instanceof RefreshState.InProgress)) {
            fail(next);
        }
    }

    private static void fail(Connection next) {
        throw new QueryTimeoutException("away while writing " + next.refresh());
    }
}
