package com.dmverify.connections.token;

import com.dmverify.connections.connection.Connection;
import com.dmverify.connections.connection.Patience;
import com.dmverify.connections.connection.TokenPair;
import com.dmverify.connections.store.ConnectionStore;
import com.dmverify.connections.store.Stored;
import com.dmverify.connections.store.UnansweredWriteException;
import com.dmverify.connections.x.ConnectedAccount;
import com.dmverify.connections.x.RenewalAnswer;
import com.dmverify.connections.x.XAuthority;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * Renews a connection's tokens, on one replica at a time: what it is about to do stands in the store before X is asked. Not
 * thread-safe; one for each account.
 */
final class Renewer {

    private final ConnectedAccount account;
    private final ConnectionStore store;
    private final XAuthority x;
    private final InstantSource clock;
    private final Patience patience;
    private final Safekeeping safekeeping;
    private @Nullable Begin unansweredBegin;
    private @Nullable Outcome unansweredOutcome;

    /** A renewal whose begin may stand in the store; X was not asked. */
    private record Begin(Stored attempted, Connection before) {}

    /** What X's answer makes of a renewal, if that could not be written. */
    private record Outcome(Stored begun, Connection next) {}

    Renewer(ConnectedAccount account, ConnectionStore store, XAuthority x, InstantSource clock, Patience patience) {
        this.account = account;
        this.store = store;
        this.x = x;
        this.clock = clock;
        this.patience = patience;
        safekeeping = new Safekeeping(account, store, x);
    }

    /** The connection as it stands now. Tokens that could not be stored when X gave them are stored first. */
    Optional<Stored> read() {
        safekeeping.store();
        Optional<Stored> read = store.read(account.name());
        Outcome outcome = unansweredOutcome;
        if (outcome == null || read.isEmpty()) {
            return read;
        }
        Optional<Stored> settled = is(read.get(), outcome.begun()) ? after(read.get(), outcome.next()) : read;
        unansweredOutcome = null;
        return settled;
    }

    /** The connection after its renewal, if it was due and no other replica was faster. */
    Optional<Stored> renewed(Stored read) {
        Instant now = clock.instant();
        Connection connection = beforeOwnBegin(read);
        if (account.objectionTo(connection.grant()).isPresent() || !connection.due(now, patience)) {
            return Optional.of(read);
        }
        Optional<Stored> begun = begun(read, connection, now);
        return begun.isPresent() ? ended(begun.get()) : store.read(account.name());
    }

    /** A begin of our own that was not confirmed is no other replica's: X was not asked, so the state before it counts. */
    private Connection beforeOwnBegin(Stored read) {
        Begin begin = unansweredBegin;
        return begin != null && is(read, begin.attempted()) ? begin.before() : read.connection();
    }

    private Optional<Stored> begun(Stored read, Connection connection, Instant now) {
        try {
            Optional<Stored> begun = store.replace(account.name(), read, connection.begun(now, patience));
            unansweredBegin = null;
            return begun;
        } catch (UnansweredWriteException e) {
            unansweredBegin = new Begin(e.attempted(), connection);
            throw e;
        }
    }

    /** The connection after X refused its access token. */
    Optional<Stored> rejected(Stored read) {
        Instant now = clock.instant();
        if (read.connection().underWay(now)) {
            // A replica is at it; its outcome must find what it left.
            return Optional.of(read);
        }
        Connection next = read.connection().rejected(now);
        Optional<Stored> done = store.replace(account.name(), read, next);
        return done.isPresent() ? renewed(done.get()) : store.read(account.name());
    }

    private Optional<Stored> ended(Stored begun) {
        Connection connection = begun.connection();
        TokenPair old = connection.tokens();
        RenewalAnswer answer = x.renew(account, old);
        RenewalLog.say(account.name(), answer);
        Instant now = clock.instant();
        return switch (answer) {
            case RenewalAnswer.Renewed(TokenPair fresh) -> {
                safekeeping.take(old, fresh);
                yield read();
            }
            case RenewalAnswer.Refused(String reason) -> after(begun, connection.refused(reason, now));
            case RenewalAnswer.NotDone(String reason) -> after(begun, connection.postponed(reason, now, patience));
            case RenewalAnswer.Unknown(String reason) -> after(begun, connection.inDoubt(reason, now, patience));
        };
    }

    /** What another wrote meanwhile (an operator, or a replica after our lease) counts. */
    private Optional<Stored> after(Stored begun, Connection next) {
        try {
            Optional<Stored> done = store.replace(account.name(), begun, next);
            return done.isPresent() ? done : store.read(account.name());
        } catch (DataAccessException e) {
            unansweredOutcome = new Outcome(begun, next);
            throw e;
        }
    }

    /** No two sealed texts are equal. */
    private static boolean is(Stored read, Stored other) {
        return read.sealed().equals(other.sealed());
    }
}
