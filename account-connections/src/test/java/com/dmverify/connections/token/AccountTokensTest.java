package com.dmverify.connections.token;

import static com.dmverify.connections.fixtures.Accounts.LIFE;
import static com.dmverify.connections.fixtures.Accounts.NAME;
import static com.dmverify.connections.fixtures.Accounts.POLICY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dmverify.connections.connection.Connection;
import com.dmverify.connections.connection.Grant;
import com.dmverify.connections.connection.Owner;
import com.dmverify.connections.fixtures.Accounts;
import com.dmverify.connections.fixtures.FakeX;
import com.dmverify.connections.fixtures.FakeX.Fault;
import com.dmverify.connections.fixtures.Replica;
import com.dmverify.connections.store.InMemoryConnectionStore;
import com.dmverify.local.testing.MutableClock;
import io.lettuce.core.RedisCommandTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

class AccountTokensTest {

    private static final Instant END = Accounts.START.plus(LIFE);
    private static final Instant DUE = END.minus(POLICY.before());

    private final FakeX x = new FakeX();
    private final MutableClock clock = MutableClock.at(Accounts.START);
    private final InMemoryConnectionStore store = new InMemoryConnectionStore();
    private final AtomicInteger reads = new AtomicInteger();
    private final Replica replica = new Replica(Accounts.brand(x.url()), store, clock);
    private final List<String> first = x.brandTokens();

    @BeforeEach
    void connect() {
        store.beforeReading(reads::incrementAndGet);
        store.put(NAME, Accounts.connection(first, Accounts.START));
    }

    @AfterEach
    void close() {
        replica.close();
        x.close();
    }

    @Test
    void aValidCachedTokenNeedsNeitherRedisNorX() {
        // Given
        replica.accessToken();
        reads.set(0);

        // When
        clock.advance(Duration.ofSeconds(20));

        // Then
        assertThat(replica.accessToken()).isEqualTo(first.getFirst());
        assertThat(reads).hasValue(0);
    }

    @Test
    void aTokenIsReadAgainIfTheSchedulerDoesNotRun() {
        // Given
        replica.accessToken();
        store.put(NAME, Accounts.connection(List.of("theirs", "refresh"), clock.instant()));

        // When
        clock.advance(Replica.SYNC_INTERVAL.multipliedBy(2));

        // Then
        assertThat(replica.accessToken()).isEqualTo("theirs");
    }

    @Test
    void aTokenIsRefreshedBeforeItsEnd() {
        // Given
        replica.synchronize();
        clock.set(DUE);

        // When
        replica.synchronize();

        // Then
        assertThat(replica.accessToken()).isNotEqualTo(first.getFirst());
        assertThat(replica.state()).isEqualTo(new ConnectionState.Connected("example", DUE.plus(LIFE)));
        assertThat(x.refreshed()).containsExactly(first.getLast());
    }

    @Test
    void anExpiredTokenIsRefreshed() {
        clock.set(END.plus(Duration.ofDays(3)));

        assertThat(replica.accessToken()).isNotEqualTo(first.getFirst());
    }

    @Test
    void theOldTokenIsUsedWhileTheNewOneCannotBeStored() {
        // Given
        replica.synchronize();
        clock.set(DUE);
        storeIsAwayAfterTheCall();
        assertThatThrownBy(replica::synchronize).isInstanceOf(QueryTimeoutException.class);
        assertThat(replica.accessToken()).isEqualTo(first.getFirst());

        // When
        storeIsBack();
        replica.synchronize();

        // Then
        assertThat(replica.accessToken()).isNotEqualTo(first.getFirst());
        assertThat(x.refreshed()).hasSize(1);
    }

    @Test
    void aRevokedFamilyNeedsAReconnect() {
        // Given
        x.kills(first.getLast());
        clock.set(DUE);
        replica.synchronize();

        // When
        clock.set(END.plus(Duration.ofDays(1)));
        for (int i = 0; i < 20; i++) {
            replica.synchronize();
            assertThatThrownBy(replica::accessToken).isInstanceOf(NotConnectedException.class);
        }

        // Then
        assertThat(x.refreshed()).hasSize(1);
        assertThat(replica.state())
                .isEqualTo(new ConnectionState.ReconnectNeeded(
                        "X says invalid_request (Value passed for the token was invalid)", DUE));
    }

    @Test
    void theBackOffGrowsWithFailures() {
        // Given
        x.has(Fault.answering(429, "{}"));
        clock.set(DUE);

        // When
        for (int i = 0; i < 60; i++) {
            replica.synchronize();
            clock.advance(Duration.ofSeconds(10));
        }

        // Then
        assertThat(x.refreshed()).as("at 0, 10, 30, 70, 150 and 310 s").hasSize(6);
        assertThat(replica.state())
                .isInstanceOfSatisfying(
                        ConnectionState.RefreshFailing.class,
                        troubled -> assertThat(troubled.reason()).isEqualTo("X answered 429"));
    }

    @Test
    void aLostResponseIsNotFollowedByASecondCallBeforeTheEnd() {
        // Given
        x.has(Fault.losingAnswers());
        clock.set(DUE);
        replica.synchronize();
        x.has(Fault.none());

        // When
        clock.set(END.minusSeconds(1));
        replica.synchronize();
        assertThat(replica.accessToken()).isEqualTo(first.getFirst());
        assertThat(x.refreshed()).hasSize(1);
        clock.set(END);
        replica.synchronize();

        // Then
        assertThat(x.refreshed()).hasSize(2);
        assertThat(replica.state())
                .isInstanceOfSatisfying(
                        ConnectionState.ReconnectNeeded.class,
                        needed -> assertThat(needed.reason()).startsWith("X's response to a token refresh was lost"));
    }

    @Test
    void aRejectedTokenIsRefreshedOnce() {
        // Given
        String old = replica.accessToken();
        clock.advance(Replica.REJECTION_GRACE);

        // When
        boolean first = replica.rejected(old);
        boolean second = replica.rejected(old);

        // Then
        assertThat(first && second).isTrue();
        assertThat(replica.accessToken()).isNotEqualTo(old);
        assertThat(x.refreshed()).hasSize(1);
    }

    @Test
    void aNewTokenIsNotRefreshedBecauseXRejectsIt() {
        assertThat(replica.rejected(replica.accessToken())).isFalse();
        assertThat(x.refreshed()).isEmpty();
    }

    @Test
    void aRejectedTokenOfARevokedFamilyIsNotReturned() {
        // Given
        String old = replica.accessToken();
        x.kills(old);
        clock.advance(Replica.REJECTION_GRACE);

        // When
        boolean another = replica.rejected(old);

        // Then
        assertThat(another).isFalse();
        assertThatThrownBy(replica::accessToken)
                .isInstanceOf(NotConnectedException.class)
                .hasMessageNotContaining("-secret-");
    }

    @Test
    void tokensOfAnotherAccountAreNotUsed() {
        // Given
        Grant grant = Accounts.grant(first, Accounts.START);
        store.put(NAME, Connection.of(new Grant(new Owner(FakeX.STRANGER, "carol"), grant.clientId(), grant.tokens())));
        clock.set(DUE);

        // Then
        assertThatThrownBy(replica::accessToken).hasMessageContaining("the tokens are those of @carol");
        assertThat(x.refreshed()).isEmpty();
    }

    @Test
    void anAccountWithoutAConsentIsNotConnected() {
        store.forget(NAME);

        assertThat(replica.state()).isEqualTo(new ConnectionState.NotConnected());
        assertThatThrownBy(replica::accessToken)
                .isInstanceOfSatisfying(
                        NotConnectedException.class,
                        refusal -> assertThat(refusal.needsAnOperator()).isTrue());
    }

    @Test
    void aValidTokenIsUsedWithoutTheStore() {
        // Given
        replica.accessToken();
        storeIsAway();
        clock.advance(Duration.ofHours(1));

        // Then
        assertThat(replica.accessToken()).isEqualTo(first.getFirst());
        assertThat(replica.state()).isEqualTo(new ConnectionState.Unknown("Redis does not answer"));
    }

    @Test
    void aLostWriteIsRestored() {
        // Given
        replica.synchronize();
        clock.set(DUE);
        replica.synchronize();
        String refreshed = replica.accessToken();

        // When
        store.put(NAME, Accounts.connection(first, Accounts.START));
        replica.synchronize();

        // Then
        assertThat(replica.accessToken()).isEqualTo(refreshed);
        assertThat(x.refreshed()).hasSize(1);
    }

    @Test
    void aNewConsentIsNotTakenForALostWrite() {
        // Given
        replica.synchronize();
        clock.set(DUE);
        replica.synchronize();

        // When
        store.put(NAME, Accounts.connection(x.brandTokens(), Accounts.START));
        String refreshed = replica.accessToken();
        replica.synchronize();

        // Then
        assertThat(replica.accessToken()).isNotEqualTo(refreshed);
    }

    @Test
    void newTokensAreRevokedIfTheAccountWasDisconnectedMeanwhile() {
        // Given
        clock.set(DUE);
        store.beforeReplacing(next -> store.beforeReading(() -> store.forget(NAME)));

        // When
        replica.synchronize();

        // Then
        assertThat(x.refreshed()).hasSize(1);
        assertThat(x.revoked()).hasSize(2).doesNotContain(first.getLast());
    }

    @Test
    void aTemporaryFailureNeedsNoOperator() {
        // Given
        x.has(Fault.answering(503, ""));
        clock.set(END);

        // Then
        assertThatThrownBy(replica::accessToken)
                .isInstanceOfSatisfying(
                        NotConnectedException.class,
                        refusal -> assertThat(refusal.needsAnOperator()).isFalse());
    }

    @Test
    void anUnknownAccountIsRefused() {
        assertThatThrownBy(() -> replica.tokens().accessToken("other")).isInstanceOf(IllegalArgumentException.class);
    }

    private void storeIsAway() {
        store.beforeReading(() -> {
            throw new QueryTimeoutException("away", new RedisCommandTimeoutException("away"));
        });
    }

    private void storeIsBack() {
        store.beforeReading(() -> {});
        store.beforeReplacing(next -> {});
    }

    private void storeIsAwayAfterTheCall() {
        store.beforeReplacing(next -> storeIsAway());
    }
}
