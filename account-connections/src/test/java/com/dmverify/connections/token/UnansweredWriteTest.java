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
import com.dmverify.connections.connection.Renewal;
import com.dmverify.connections.store.InMemoryConnectionStore;
import com.dmverify.connections.store.UnansweredWriteException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

/** Redis did what it was told and its answer was lost, or it did not: both come to the same. */
class UnansweredWriteTest {

    private static final Instant DUE = HandClock.START.plus(LIFE).minus(PATIENCE.before());

    private final FakeX x = new FakeX();
    private final HandClock clock = new HandClock();
    private final InMemoryConnectionStore store = new InMemoryConnectionStore();
    private final Replica replica = new Replica(Accounts.brand(x.url()), store, clock);
    private final List<String> first = x.brandTokens();

    @BeforeEach
    void connect() {
        store.put(NAME, Accounts.connection(first, HandClock.START));
        replica.looks();
        clock.moveTo(DUE);
    }

    @AfterEach
    void close() {
        replica.close();
        x.close();
    }

    @Test
    void aBeginWhoseAnswerWasLostIsGoneOnWith() {
        // Given
        store.beforeAnswering(UnansweredWriteTest::fail);
        assertThatThrownBy(replica::looks).isInstanceOf(UnansweredWriteException.class);
        assertThat(x.refreshed()).isEmpty();

        // When
        store.beforeAnswering(written -> {});
        replica.looks();

        // Then
        assertThat(x.refreshed()).containsExactly(first.getLast());
        assertThat(replica.state()).isEqualTo(new ConnectionState.Connected("example", DUE.plus(LIFE)));
    }

    @Test
    void aBeginThatWasNotWrittenIsTriedAgain() {
        // Given
        store.beforeReplacing(UnansweredWriteTest::fail);
        assertThatThrownBy(replica::looks).isInstanceOf(UnansweredWriteException.class);

        // When
        store.beforeReplacing(next -> {});
        replica.looks();

        // Then
        assertThat(x.refreshed()).containsExactly(first.getLast());
        assertThat(replica.state()).isEqualTo(new ConnectionState.Connected("example", DUE.plus(LIFE)));
    }

    @Test
    void anotherReplicasBeginIsRespectedAfterOurOwnWasNotWritten() {
        try (Replica other = new Replica(Accounts.brand(x.url()), store, clock)) {
            // Given
            store.beforeReplacing(UnansweredWriteTest::fail);
            assertThatThrownBy(replica::looks).isInstanceOf(UnansweredWriteException.class);
            store.beforeReplacing(next -> {});
            other.looks();

            // When
            replica.looks();

            // Then
            assertThat(x.refreshed()).containsExactly(first.getLast());
            assertThat(replica.accessToken()).isEqualTo(other.accessToken());
        }
    }

    @Test
    void whatXSaidIsWrittenWhenTheStoreIsBack() {
        // Given
        x.has(Trouble.answering(400, "{\"error\":\"invalid_grant\"}"));
        store.beforeReplacing(UnansweredWriteTest::failOutcome);
        assertThatThrownBy(replica::looks).isInstanceOf(UnansweredWriteException.class);

        // When
        store.beforeReplacing(next -> {});
        replica.looks();

        // Then
        assertThat(replica.state()).isInstanceOf(ConnectionState.ReconnectNeeded.class);
    }

    @Test
    void whatXSaidIsWrittenOnceAlsoIfItWasWritten() {
        // Given
        x.has(Trouble.answering(429, ""));
        store.beforeAnswering(UnansweredWriteTest::failOutcome);
        assertThatThrownBy(replica::looks).isInstanceOf(UnansweredWriteException.class);

        // When
        store.beforeAnswering(written -> {});
        replica.looks();

        // Then
        assertThat(store.read(NAME).orElseThrow().connection().renewal())
                .isInstanceOfSatisfying(
                        Renewal.Postponed.class,
                        postponed -> assertThat(postponed.trouble().failures()).isEqualTo(1));
    }

    @Test
    void whatXSaidDoesNotUndoANewConsent() {
        // Given
        x.has(Trouble.answering(400, "{\"error\":\"invalid_grant\"}"));
        store.beforeReplacing(UnansweredWriteTest::failOutcome);
        assertThatThrownBy(replica::looks).isInstanceOf(UnansweredWriteException.class);
        store.beforeReplacing(next -> {});
        store.put(NAME, Accounts.connection(List.of("new-access", "new-refresh"), clock.instant()));

        // When
        replica.looks();

        // Then
        assertThat(replica.accessToken()).isEqualTo("new-access");
        assertThat(replica.state()).isInstanceOf(ConnectionState.Connected.class);
    }

    private static void failOutcome(Connection next) {
        if (!(next.renewal() instanceof Renewal.UnderWay)) {
            fail(next);
        }
    }

    private static void fail(Connection next) {
        throw new QueryTimeoutException("away while writing " + next.renewal());
    }
}
