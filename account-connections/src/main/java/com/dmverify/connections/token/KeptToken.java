package com.dmverify.connections.token;

import com.dmverify.connections.connection.Connection;
import com.dmverify.connections.connection.TokenPair;
import com.dmverify.connections.seal.BrokenSealException;
import com.dmverify.connections.store.ConnectionStore;
import com.dmverify.connections.store.Stored;
import com.dmverify.connections.x.ConnectedAccount;
import com.dmverify.redis.RedisAvailability;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/** One account's access token in this process. Asks the store now and then, and never while a good token is at hand. */
final class KeptToken {

    private static final ConnectionState AWAY = new ConnectionState.Unknown("Redis does not answer");
    private static final ConnectionState UNUSABLE =
            new ConnectionState.Unknown("what Redis holds for this account cannot be read");

    private final ConnectedAccount account;
    private final ConnectionStore store;
    private final Renewer renewer;
    private final InstantSource clock;
    private final Pace pace;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile @Nullable Look last;

    /**
     * How often things are done.
     *
     * @param look at the store
     * @param rejection a token that X refuses so soon after it was given is not renewed for that: something else is wrong
     */
    record Pace(Duration look, Duration rejection) {}

    KeptToken(ConnectedAccount account, ConnectionStore store, Renewer renewer, InstantSource clock, Pace pace) {
        this.account = account;
        this.store = store;
        this.renewer = renewer;
        this.clock = clock;
        this.pace = pace;
    }

    String accessToken() {
        Look seen = last;
        Instant now = clock.instant();
        if (seen != null && usable(seen, now)) {
            // Twice the pace: normally the rounds have looked long before.
            boolean fresh = now.isBefore(seen.at().plus(pace.look().multipliedBy(2)));
            if (fresh || looking.isLocked()) {
                return seen.connection().tokens().access();
            }
        }
        return lookedUp();
    }

    /** Sees what other replicas did, and renews what is due. */
    void look() {
        looking.lock();
        try {
            Optional<Stored> read = renewer.read().map(this::healed);
            if (read.isPresent()) {
                read = renewer.renewed(read.get());
            }
            remember(read);
        } finally {
            looking.unlock();
        }
    }

    /** Whether there is another token now. */
    boolean rejected(String token) {
        looking.lock();
        try {
            Optional<Stored> read = renewer.read();
            if (read.isPresent() && rejectable(read.get().connection(), token)) {
                read = renewer.rejected(read.get());
            }
            remember(read);
            return read.map(Stored::connection)
                    .map(Connection::tokens)
                    .filter(tokens -> tokens.alive(clock.instant()))
                    .filter(tokens -> !tokens.access().equals(token))
                    .isPresent();
        } catch (DataAccessException | BrokenSealException e) {
            return false;
        } finally {
            looking.unlock();
        }
    }

    ConnectionState state() {
        try {
            return store.read(account.name())
                    .map(stored -> States.of(account, stored.connection(), clock.instant()))
                    .orElseGet(ConnectionState.NotConnected::new);
        } catch (DataAccessException e) {
            return RedisAvailability.isUnavailable(e) ? AWAY : UNUSABLE;
        } catch (BrokenSealException e) {
            return new ConnectionState.ReconnectNeeded(String.valueOf(e.getMessage()), null);
        }
    }

    private String lookedUp() {
        try {
            look();
        } catch (DataAccessException | BrokenSealException e) {
            // A token that is still good is good without the store; else the state says what is wrong.
        }
        Look seen = last;
        if (seen == null || !usable(seen, clock.instant())) {
            throw new NotConnectedException(account.name(), state());
        }
        return seen.connection().tokens().access();
    }

    private boolean usable(Look seen, Instant now) {
        return seen.connection().tokens().alive(now)
                && account.objectionTo(seen.connection().grant()).isEmpty();
    }

    private boolean rejectable(Connection connection, String token) {
        TokenPair tokens = connection.tokens();
        return tokens.access().equals(token)
                && !clock.instant().isBefore(tokens.issuedAt().plus(pace.rejection()));
    }

    /** Puts back what the store forgot: a Redis that lost its last second has tokens that X does not take any more. */
    private Stored healed(Stored stored) {
        Look seen = last;
        if (seen == null || !stored.connection().tokens().refresh().equals(seen.spent())) {
            return stored;
        }
        return store.replace(account.name(), stored, seen.connection()).orElse(stored);
    }

    private void remember(Optional<Stored> read) {
        last = read.map(stored -> next(last, stored.connection())).orElse(null);
    }

    private Look next(@Nullable Look before, Connection connection) {
        return new Look(connection, clock.instant(), before == null ? null : before.spentBy(connection));
    }

    /**
     * What was seen last.
     *
     * @param spent the refresh token before this one
     */
    private record Look(
            Connection connection, Instant at, @Nullable String spent) {

        @Nullable
        String spentBy(Connection next) {
            String refresh = connection.tokens().refresh();
            return refresh.equals(next.tokens().refresh()) ? spent : refresh;
        }
    }
}
