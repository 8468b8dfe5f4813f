package com.dmverify.connections.token;

import com.dmverify.connections.connection.Connection;
import com.dmverify.connections.connection.TokenPair;
import com.dmverify.connections.seal.BrokenSealException;
import com.dmverify.connections.store.ConnectionStore;
import com.dmverify.connections.store.StoredConnection;
import com.dmverify.connections.x.ConnectedAccount;
import com.dmverify.redis.RedisAvailability;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * Caches one account's access token in this process. Reads the store regularly, and not while a valid token is cached.
 */
final class CachedToken {

    private static final ConnectionState UNAVAILABLE = new ConnectionState.Unknown("Redis does not answer");
    private static final ConnectionState UNUSABLE =
            new ConnectionState.Unknown("what Redis holds for this account cannot be read");

    private final ConnectedAccount account;
    private final TokenServices services;
    private final ConnectionStore store;
    private final InstantSource clock;
    private final TokenRefresher refresher;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Snapshot last;

    CachedToken(ConnectedAccount account, TokenServices services) {
        this.account = account;
        this.services = services;
        this.store = services.store();
        this.clock = services.clock();
        this.refresher = new TokenRefresher(account, store, services.x(), clock, services.policy());
    }

    String accessToken() {
        Snapshot snapshot = last;
        Instant now = clock.instant();
        if (snapshot != null && usable(snapshot, now)) {
            // Twice the interval: normally the scheduler has read the store before.
            boolean fresh =
                    now.isBefore(snapshot.at().plus(services.syncInterval().multipliedBy(2)));
            if (fresh || lock.isLocked()) {
                return snapshot.connection().tokens().access();
            }
        }
        return synchronizedToken();
    }

    /** Reads what other replicas wrote, and refreshes the tokens if that is due. */
    void synchronize() {
        lock.lock();
        try {
            Optional<StoredConnection> read = refresher.read().map(this::restoreLost);
            if (read.isPresent()) {
                read = refresher.refreshIfDue(read.get());
            }
            remember(read);
        } finally {
            lock.unlock();
        }
    }

    /** Whether another token is available now. */
    boolean rejected(String token) {
        lock.lock();
        try {
            Optional<StoredConnection> read = refresher.read();
            if (read.isPresent() && rejectable(read.get().connection(), token)) {
                read = refresher.rejected(read.get());
            }
            remember(read);
            return read.map(StoredConnection::connection)
                    .map(Connection::tokens)
                    .filter(tokens -> tokens.alive(clock.instant()))
                    .filter(tokens -> !tokens.access().equals(token))
                    .isPresent();
        } catch (DataAccessException | BrokenSealException e) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    ConnectionState state() {
        try {
            return store.read(account.name())
                    .map(stored -> ConnectionStates.of(account, stored.connection(), clock.instant()))
                    .orElseGet(ConnectionState.NotConnected::new);
        } catch (DataAccessException e) {
            return RedisAvailability.isUnavailable(e) ? UNAVAILABLE : UNUSABLE;
        } catch (BrokenSealException e) {
            return new ConnectionState.ReconnectNeeded(String.valueOf(e.getMessage()), null);
        }
    }

    private String synchronizedToken() {
        try {
            synchronize();
        } catch (DataAccessException | BrokenSealException e) {
            // A valid cached token is used without the store; otherwise the state names the cause.
        }
        Snapshot snapshot = last;
        if (snapshot == null || !usable(snapshot, clock.instant())) {
            throw new NotConnectedException(account.name(), state());
        }
        return snapshot.connection().tokens().access();
    }

    private boolean usable(Snapshot snapshot, Instant now) {
        return snapshot.connection().tokens().alive(now)
                && account.mismatchWith(snapshot.connection().grant()).isEmpty();
    }

    private boolean rejectable(Connection connection, String token) {
        TokenPair tokens = connection.tokens();
        return tokens.access().equals(token)
                && !clock.instant().isBefore(tokens.issuedAt().plus(services.rejectionGrace()));
    }

    /** Restores a lost write: a Redis that lost its last second holds tokens that X no longer accepts. */
    private StoredConnection restoreLost(StoredConnection stored) {
        Snapshot snapshot = last;
        if (snapshot == null || !stored.connection().tokens().refresh().equals(snapshot.spent())) {
            return stored;
        }
        return store.replace(account.name(), stored, snapshot.connection()).orElse(stored);
    }

    private void remember(Optional<StoredConnection> read) {
        last = read.map(stored -> next(last, stored.connection())).orElse(null);
    }

    private Snapshot next(@Nullable Snapshot before, Connection connection) {
        return new Snapshot(connection, clock.instant(), before == null ? null : before.spentBy(connection));
    }

    /**
     * The connection as last read.
     *
     * @param spent the previous refresh token
     */
    private record Snapshot(
            Connection connection, Instant at, @Nullable String spent) {

        @Nullable
        String spentBy(Connection next) {
            String refresh = connection.tokens().refresh();
            return refresh.equals(next.tokens().refresh()) ? spent : refresh;
        }
    }
}
