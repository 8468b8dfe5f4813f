package com.dmverify.connections.token;

import com.dmverify.connections.connection.Connection;
import com.dmverify.connections.connection.RefreshPolicy;
import com.dmverify.connections.connection.TokenPair;
import com.dmverify.connections.store.ConnectionStore;
import com.dmverify.connections.store.StoredConnection;
import com.dmverify.connections.store.UnconfirmedWriteException;
import com.dmverify.connections.x.ConnectedAccount;
import com.dmverify.connections.x.RefreshResult;
import com.dmverify.connections.x.XAuthorizationServer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * Refreshes a connection's tokens on one replica at a time: the start of the refresh is stored before X is called. Not
 * thread-safe; one per account.
 */
final class TokenRefresher {

    private final ConnectedAccount account;
    private final ConnectionStore store;
    private final XAuthorizationServer x;
    private final InstantSource clock;
    private final RefreshPolicy policy;
    private final PendingTokenWrite pendingWrite;
    private @Nullable Start unconfirmedStart;
    private @Nullable Result unconfirmedResult;

    /** A refresh whose start may be stored or not; X was not called. */
    private record Start(StoredConnection attempted, Connection before) {}

    /** The state after X's response, if it could not be written. */
    private record Result(StoredConnection started, Connection next) {}

    TokenRefresher(
            ConnectedAccount account,
            ConnectionStore store,
            XAuthorizationServer x,
            InstantSource clock,
            RefreshPolicy policy) {
        this.account = account;
        this.store = store;
        this.x = x;
        this.clock = clock;
        this.policy = policy;
        pendingWrite = new PendingTokenWrite(account, store, x);
    }

    /** The current connection. Tokens that could not be stored when X issued them are stored first. */
    Optional<StoredConnection> read() {
        pendingWrite.store();
        Optional<StoredConnection> read = store.read(account.name());
        Result result = unconfirmedResult;
        if (result == null || read.isEmpty()) {
            return read;
        }
        Optional<StoredConnection> settled =
                isSameWrite(read.get(), result.started()) ? write(read.get(), result.next()) : read;
        unconfirmedResult = null;
        return settled;
    }

    /** The connection after a refresh, if that was due and no other replica was faster. */
    Optional<StoredConnection> refreshIfDue(StoredConnection read) {
        Instant now = clock.instant();
        Connection connection = ignoringOwnUnconfirmedStart(read);
        if (account.mismatchWith(connection.grant()).isPresent() || !connection.due(now, policy)) {
            return Optional.of(read);
        }
        Optional<StoredConnection> started = start(read, connection, now);
        return started.isPresent() ? finish(started.get()) : store.read(account.name());
    }

    /** If our own unconfirmed start is stored, X was not called: the state before it counts. */
    private Connection ignoringOwnUnconfirmedStart(StoredConnection read) {
        Start start = unconfirmedStart;
        return start != null && isSameWrite(read, start.attempted()) ? start.before() : read.connection();
    }

    private Optional<StoredConnection> start(StoredConnection read, Connection connection, Instant now) {
        try {
            Optional<StoredConnection> started = store.replace(account.name(), read, connection.started(now, policy));
            unconfirmedStart = null;
            return started;
        } catch (UnconfirmedWriteException e) {
            unconfirmedStart = new Start(e.attempted(), connection);
            throw e;
        }
    }

    /** The connection after X refused its access token. */
    Optional<StoredConnection> rejected(StoredConnection read) {
        Instant now = clock.instant();
        if (read.connection().inProgress(now)) {
            // A replica refreshes it, and its compare-and-set needs the stored start.
            return Optional.of(read);
        }
        Connection next = read.connection().rejected(now);
        Optional<StoredConnection> done = store.replace(account.name(), read, next);
        return done.isPresent() ? refreshIfDue(done.get()) : store.read(account.name());
    }

    private Optional<StoredConnection> finish(StoredConnection started) {
        Connection connection = started.connection();
        TokenPair old = connection.tokens();
        RefreshResult response = x.refresh(account, old);
        RefreshLog.log(account.name(), response);
        Instant now = clock.instant();
        return switch (response) {
            case RefreshResult.Refreshed(TokenPair fresh) -> {
                pendingWrite.hold(old, fresh);
                yield read();
            }
            case RefreshResult.Refused(String reason) -> write(started, connection.refused(reason, now));
            case RefreshResult.NotDone(String reason) -> write(started, connection.postponed(reason, now, policy));
            case RefreshResult.Unknown(String reason) -> write(started, connection.inDoubt(reason, now, policy));
        };
    }

    /** A concurrent write by an operator, or by a replica after our lease, takes precedence. */
    private Optional<StoredConnection> write(StoredConnection started, Connection next) {
        try {
            Optional<StoredConnection> done = store.replace(account.name(), started, next);
            return done.isPresent() ? done : store.read(account.name());
        } catch (DataAccessException e) {
            unconfirmedResult = new Result(started, next);
            throw e;
        }
    }

    /** Whether both are the same write: no two sealed texts are equal. */
    private static boolean isSameWrite(StoredConnection read, StoredConnection other) {
        return read.sealed().equals(other.sealed());
    }
}
