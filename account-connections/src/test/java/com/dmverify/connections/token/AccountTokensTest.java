package com.dmverify.connections.token;

import static com.dmverify.connections.cast.Accounts.LIFE;
import static com.dmverify.connections.cast.Accounts.NAME;
import static com.dmverify.connections.cast.Accounts.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dmverify.connections.cast.Accounts;
import com.dmverify.connections.cast.FakeX;
import com.dmverify.connections.cast.FakeX.Trouble;
import com.dmverify.connections.cast.HandClock;
import com.dmverify.connections.cast.Replica;
import com.dmverify.connections.connection.Connection;
import com.dmverify.connections.connection.Grant;
import com.dmverify.connections.connection.Owner;
import com.dmverify.connections.store.InMemoryConnectionStore;
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

    private static final Instant END = HandClock.START.plus(LIFE);
    private static final Instant DUE = END.minus(PATIENCE.before());

    private final FakeX x = new FakeX();
    private final HandClock clock = new HandClock();
    private final InMemoryConnectionStore store = new InMemoryConnectionStore();
    private final AtomicInteger reads = new AtomicInteger();
    private final Replica replica = new Replica(Accounts.brand(x.url()), store, clock);
    private final List<String> first = x.brandTokens();

    @BeforeEach
    void connect() {
        store.beforeReading(reads::incrementAndGet);
        store.put(NAME, Accounts.connection(first, HandClock.START));
    }

    @AfterEach
    void close() {
        replica.close();
        x.close();
    }

    @Test
    void asksNobodyWhileAGoodTokenIsAtHand() {
        // Given
        replica.accessToken();
        reads.set(0);

        // When
        clock.move(Duration.ofSeconds(20));

        // Then
        assertThat(replica.accessToken()).isEqualTo(first.getFirst());
        assertThat(reads).hasValue(0);
    }

    @Test
    void looksAgainWhenTheRoundsDoNot() {
        // Given
        replica.accessToken();
        store.put(NAME, Accounts.connection(List.of("theirs", "refresh"), clock.instant()));

        // When
        clock.move(Replica.LOOK.multipliedBy(2));

        // Then
        assertThat(replica.accessToken()).isEqualTo("theirs");
    }

    @Test
    void renewsBeforeTheEnd() {
        // Given
        replica.looks();
        clock.moveTo(DUE);

        // When
        replica.looks();

        // Then
        assertThat(replica.accessToken()).isNotEqualTo(first.getFirst());
        assertThat(replica.state()).isEqualTo(new ConnectionState.Connected("example", DUE.plus(LIFE)));
        assertThat(x.refreshed()).containsExactly(first.getLast());
    }

    @Test
    void renewsAlsoAfterALongSleep() {
        clock.moveTo(END.plus(Duration.ofDays(3)));

        assertThat(replica.accessToken()).isNotEqualTo(first.getFirst());
    }

    @Test
    void usesTheOldTokenWhileTheNewOneCannotBeStored() {
        // Given
        replica.looks();
        clock.moveTo(DUE);
        storeIsAwayAfterTheCall();
        assertThatThrownBy(replica::looks).isInstanceOf(QueryTimeoutException.class);
        assertThat(replica.accessToken()).isEqualTo(first.getFirst());

        // When
        storeIsBack();
        replica.looks();

        // Then
        assertThat(replica.accessToken()).isNotEqualTo(first.getFirst());
        assertThat(x.refreshed()).hasSize(1);
    }

    @Test
    void aRevokedFamilyNeedsAReconnectAndIsLeftAlone() {
        // Given
        x.kills(first.getLast());
        clock.moveTo(DUE);
        replica.looks();

        // When
        clock.moveTo(END.plus(Duration.ofDays(1)));
        for (int i = 0; i < 20; i++) {
            replica.looks();
            assertThatThrownBy(replica::accessToken).isInstanceOf(NotConnectedException.class);
        }

        // Then
        assertThat(x.refreshed()).hasSize(1);
        assertThat(replica.state())
                .isEqualTo(new ConnectionState.ReconnectNeeded(
                        "X says invalid_request (Value passed for the token was invalid)", DUE));
    }

    @Test
    void troublesArePausedLonger() {
        // Given
        x.has(Trouble.answering(429, "{}"));
        clock.moveTo(DUE);

        // When
        for (int i = 0; i < 60; i++) {
            replica.looks();
            clock.move(Duration.ofSeconds(10));
        }

        // Then
        assertThat(x.refreshed()).as("at 0, 10, 30, 70, 150 and 310 s").hasSize(6);
        assertThat(replica.state())
                .isInstanceOfSatisfying(
                        ConnectionState.Troubled.class,
                        troubled -> assertThat(troubled.reason()).isEqualTo("X answered 429"));
    }

    @Test
    void aLostAnswerIsNotFollowedByASecondCallBeforeTheEnd() {
        // Given
        x.has(Trouble.losingAnswers());
        clock.moveTo(DUE);
        replica.looks();
        x.has(Trouble.none());

        // When
        clock.moveTo(END.minusSeconds(1));
        replica.looks();
        assertThat(replica.accessToken()).isEqualTo(first.getFirst());
        assertThat(x.refreshed()).hasSize(1);
        clock.moveTo(END);
        replica.looks();

        // Then
        assertThat(x.refreshed()).hasSize(2);
        assertThat(replica.state())
                .isInstanceOfSatisfying(
                        ConnectionState.ReconnectNeeded.class,
                        needed -> assertThat(needed.reason()).startsWith("X's answer to a renewal was lost"));
    }

    @Test
    void aRejectedTokenIsRenewedOnce() {
        // Given
        String old = replica.accessToken();
        clock.move(Replica.REJECTION);

        // When
        boolean first = replica.rejected(old);
        boolean second = replica.rejected(old);

        // Then
        assertThat(first && second).isTrue();
        assertThat(replica.accessToken()).isNotEqualTo(old);
        assertThat(x.refreshed()).hasSize(1);
    }

    @Test
    void aBrandNewTokenIsNotRenewedBecauseXRejectsIt() {
        assertThat(replica.rejected(replica.accessToken())).isFalse();
        assertThat(x.refreshed()).isEmpty();
    }

    @Test
    void aRejectedTokenOfADeadFamilyIsGivenNoMore() {
        // Given
        String old = replica.accessToken();
        x.kills(old);
        clock.move(Replica.REJECTION);

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
        Grant grant = Accounts.grant(first, HandClock.START);
        store.put(NAME, Connection.of(new Grant(new Owner(FakeX.STRANGER, "carol"), grant.clientId(), grant.tokens())));
        clock.moveTo(DUE);

        // Then
        assertThatThrownBy(replica::accessToken).hasMessageContaining("the tokens are those of @carol");
        assertThat(x.refreshed()).isEmpty();
    }

    @Test
    void nobodyConsentedYet() {
        store.forget(NAME);

        assertThat(replica.state()).isEqualTo(new ConnectionState.NotConnected());
        assertThatThrownBy(replica::accessToken)
                .isInstanceOfSatisfying(
                        NotConnectedException.class,
                        refusal -> assertThat(refusal.needsAnOperator()).isTrue());
    }

    @Test
    void aGoodTokenIsGoodWithoutTheStore() {
        // Given
        replica.accessToken();
        storeIsAway();
        clock.move(Duration.ofHours(1));

        // Then
        assertThat(replica.accessToken()).isEqualTo(first.getFirst());
        assertThat(replica.state()).isEqualTo(new ConnectionState.Unknown("Redis does not answer"));
    }

    @Test
    void aStoreThatFellBackIsHealed() {
        // Given
        replica.looks();
        clock.moveTo(DUE);
        replica.looks();
        String renewed = replica.accessToken();

        // When
        store.put(NAME, Accounts.connection(first, HandClock.START));
        replica.looks();

        // Then
        assertThat(replica.accessToken()).isEqualTo(renewed);
        assertThat(x.refreshed()).hasSize(1);
    }

    @Test
    void aNewConsentIsNotTakenForAStoreThatFellBack() {
        // Given
        replica.looks();
        clock.moveTo(DUE);
        replica.looks();

        // When
        store.put(NAME, Accounts.connection(x.brandTokens(), HandClock.START));
        String renewed = replica.accessToken();
        replica.looks();

        // Then
        assertThat(replica.accessToken()).isNotEqualTo(renewed);
    }

    @Test
    void tokensOfARenewalAreRevokedIfTheAccountWasDisconnectedMeanwhile() {
        // Given
        clock.moveTo(DUE);
        store.beforeReplacing(next -> store.beforeReading(() -> store.forget(NAME)));

        // When
        replica.looks();

        // Then
        assertThat(x.refreshed()).hasSize(1);
        assertThat(x.revoked()).hasSize(2).doesNotContain(first.getLast());
    }

    @Test
    void whatPassesByItselfNeedsNoOperator() {
        // Given
        x.has(Trouble.answering(503, ""));
        clock.moveTo(END);

        // Then
        assertThatThrownBy(replica::accessToken)
                .isInstanceOfSatisfying(
                        NotConnectedException.class,
                        refusal -> assertThat(refusal.needsAnOperator()).isFalse());
    }

    @Test
    void otherAccountsAreUnknown() {
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
