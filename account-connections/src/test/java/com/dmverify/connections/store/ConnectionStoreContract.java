package com.dmverify.connections.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.connections.connection.Connection;
import com.dmverify.connections.connection.TokenPair;
import com.dmverify.connections.fixtures.Accounts;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The contract of every {@code ConnectionStore}. */
abstract class ConnectionStoreContract {

    private final String account = "account-" + UUID.randomUUID();
    private final Connection first = connection("1");
    private final Connection second = connection("2");

    abstract ConnectionStore store();

    @Test
    void anEmptyStoreHasNoConnection() {
        assertThat(store().read(account)).isEmpty();
    }

    @Test
    void aStoredConnectionIsReadUnchanged() {
        // Given
        List<Connection> everyState = List.of(
                first,
                first.started(Accounts.START, Accounts.POLICY),
                first.started(Accounts.START, Accounts.POLICY)
                        .inDoubt("lost", Accounts.START, Accounts.POLICY)
                        .started(Accounts.START, Accounts.POLICY),
                first.postponed("away", Accounts.START, Accounts.POLICY),
                first.refused("no", Accounts.START));

        for (Connection connection : everyState) {
            // When
            store().put(account, connection);

            // Then
            assertThat(store().read(account)).map(StoredConnection::connection).contains(connection);
        }
    }

    @Test
    void aReadConnectionIsReplaced() {
        // Given
        StoredConnection read = store().put(account, first);

        // When
        StoredConnection written = store().replace(account, read, second).orElseThrow();

        // Then
        assertThat(store().read(account)).contains(written);
    }

    @Test
    void aConcurrentWriteIsNotReplaced() {
        // Given
        StoredConnection read = store().put(account, first);
        StoredConnection theirs = store().replace(account, read, second).orElseThrow();

        // When
        boolean done = store().replace(account, read, first).isPresent();

        // Then
        assertThat(done).isFalse();
        assertThat(store().read(account)).contains(theirs);
    }

    @Test
    void anEqualStateThatWasWrittenAgainIsNotReplaced() {
        // Given
        StoredConnection read = store().put(account, first);
        store().put(account, second);
        store().put(account, first);

        // When
        boolean done = store().replace(account, read, second).isPresent();

        // Then
        assertThat(done).isFalse();
    }

    @Test
    void aDeletedConnectionIsNotReplaced() {
        // Given
        StoredConnection read = store().put(account, first);

        // When
        store().forget(account);

        // Then
        assertThat(store().replace(account, read, second)).isEmpty();
        assertThat(store().read(account)).isEmpty();
    }

    private static Connection connection(String serial) {
        Connection connection = Accounts.connection(List.of("access", "refresh"), Accounts.START);
        TokenPair tokens = connection.tokens();
        return connection.refreshed(
                new TokenPair("access" + serial, "refresh" + serial, tokens.issuedAt(), tokens.endsAt()));
    }
}
