package com.dmverify.connections.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.connections.cast.Accounts;
import com.dmverify.connections.cast.HandClock;
import com.dmverify.connections.connection.Connection;
import com.dmverify.connections.connection.TokenPair;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of connections does. */
abstract class ConnectionStoreContract {

    private final String account = "account-" + UUID.randomUUID();
    private final Connection first = connection("1");
    private final Connection second = connection("2");

    abstract ConnectionStore store();

    @Test
    void knowsNobodyAtFirst() {
        assertThat(store().read(account)).isEmpty();
    }

    @Test
    void givesBackWhatItWasGiven() {
        // Given
        List<Connection> everyState = List.of(
                first,
                first.begun(HandClock.START, Accounts.PATIENCE),
                first.begun(HandClock.START, Accounts.PATIENCE)
                        .inDoubt("lost", HandClock.START, Accounts.PATIENCE)
                        .begun(HandClock.START, Accounts.PATIENCE),
                first.postponed("away", HandClock.START, Accounts.PATIENCE),
                first.refused("no", HandClock.START));

        for (Connection connection : everyState) {
            // When
            store().put(account, connection);

            // Then
            assertThat(store().read(account)).map(Stored::connection).contains(connection);
        }
    }

    @Test
    void replacesWhatWasRead() {
        // Given
        Stored read = store().put(account, first);

        // When
        Stored written = store().replace(account, read, second).orElseThrow();

        // Then
        assertThat(store().read(account)).contains(written);
    }

    @Test
    void replacesNothingThatSomebodyElseWroteMeanwhile() {
        // Given
        Stored read = store().put(account, first);
        Stored theirs = store().replace(account, read, second).orElseThrow();

        // When
        boolean done = store().replace(account, read, first).isPresent();

        // Then
        assertThat(done).isFalse();
        assertThat(store().read(account)).contains(theirs);
    }

    @Test
    void isNotFooledByTheSameStateComingBack() {
        // Given
        Stored read = store().put(account, first);
        store().put(account, second);
        store().put(account, first);

        // When
        boolean done = store().replace(account, read, second).isPresent();

        // Then
        assertThat(done).isFalse();
    }

    @Test
    void whatIsForgottenCannotBeReplaced() {
        // Given
        Stored read = store().put(account, first);

        // When
        store().forget(account);

        // Then
        assertThat(store().replace(account, read, second)).isEmpty();
        assertThat(store().read(account)).isEmpty();
    }

    private static Connection connection(String serial) {
        Connection connection = Accounts.connection(List.of("access", "refresh"), HandClock.START);
        TokenPair tokens = connection.tokens();
        return connection.renewed(
                new TokenPair("access" + serial, "refresh" + serial, tokens.issuedAt(), tokens.endsAt()));
    }
}
