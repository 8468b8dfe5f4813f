package com.dmverify.connections.connection;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A connected account: its tokens, and where their renewal stands. Every method returns the next state.
 *
 * <p>If nobody knows whether X spent the refresh token (an answer was lost, or the replica that waited for it died), using it
 * again may end the whole family of tokens. So it waits for the end of the access token, when nothing is left to lose.
 */
public record Connection(Grant grant, Renewal renewal) {

    static final String LOST = "X's answer to a renewal was lost";

    /** Fresh tokens. */
    public static Connection of(Grant grant) {
        return new Connection(grant, new Renewal.Resting());
    }

    /** The tokens. */
    public TokenPair tokens() {
        return grant.tokens();
    }

    /** Whether somebody should ask X for new tokens now. */
    public boolean due(Instant now, Patience patience) {
        return switch (renewal) {
            case Renewal.Resting _ -> !now.isBefore(tokens().renewAt(patience.before()));
            case Renewal.UnderWay _ -> !underWay(now) && !tokens().alive(now);
            case Renewal.Postponed(Instant nextTry, Trouble _) -> !now.isBefore(nextTry);
            case Renewal.Refused _ -> false;
        };
    }

    /** Whether a replica asks X at this moment. */
    public boolean underWay(Instant now) {
        return renewal instanceof Renewal.UnderWay(Instant leaseEnd, Trouble _) && now.isBefore(leaseEnd);
    }

    /** A replica is about to ask X. */
    public Connection begun(Instant now, Patience patience) {
        return with(new Renewal.UnderWay(now.plus(patience.lease()), troubleSoFar(now)));
    }

    /** X gave new tokens. */
    public Connection renewed(TokenPair fresh) {
        return of(grant.with(fresh));
    }

    /** X certainly did nothing. */
    public Connection postponed(String reason, Instant now, Patience patience) {
        Trouble trouble = trouble(reason, now, doubtfulSoFar());
        return with(new Renewal.Postponed(nextTry(trouble, now, patience), trouble));
    }

    /** Nobody knows what X did. */
    public Connection inDoubt(String reason, Instant now, Patience patience) {
        Trouble trouble = trouble(reason, now, true);
        return with(new Renewal.Postponed(nextTry(trouble, now, patience), trouble));
    }

    /** X does not take the refresh token, and never will. */
    public Connection refused(String reason, Instant now) {
        return with(new Renewal.Refused(doubtfulSoFar() ? LOST + "; now it says: " + reason : reason, now));
    }

    /** X does not take the access token before its time: it is renewed at once, if that is possible. */
    public Connection rejected(Instant now) {
        Grant ended = grant.with(tokens().endedAt(now));
        if (renewal instanceof Renewal.Postponed(Instant nextTry, Trouble trouble) && now.isBefore(nextTry)) {
            return new Connection(ended, new Renewal.Postponed(trouble.doubtful() ? now : nextTry, trouble));
        }
        return new Connection(ended, renewal);
    }

    private Instant nextTry(Trouble trouble, Instant now, Patience patience) {
        Duration pause = patience.pause(trouble.failures());
        Instant next = now.plus(pause);
        return trouble.doubtful() && next.isBefore(tokens().endsAt()) ? tokens().endsAt() : next;
    }

    private Trouble trouble(String reason, Instant now, boolean doubtful) {
        Trouble before = before();
        return before == null
                ? new Trouble(reason, now, 1, doubtful)
                : new Trouble(reason, before.since(), before.failures() + 1, doubtful);
    }

    private boolean doubtfulSoFar() {
        Trouble before = before();
        return before != null && before.doubtful();
    }

    private @Nullable Trouble before() {
        return renewal instanceof Renewal.UnderWay(Instant _, Trouble before) ? before : null;
    }

    private @Nullable Trouble troubleSoFar(Instant now) {
        return switch (renewal) {
            // The lease is over and nobody took this away: whoever wrote it is dead.
            case Renewal.UnderWay _ -> trouble(LOST, now, true);
            case Renewal.Postponed(Instant _, Trouble trouble) -> trouble;
            case Renewal.Resting _, Renewal.Refused _ -> null;
        };
    }

    private Connection with(Renewal next) {
        return new Connection(grant, next);
    }
}
