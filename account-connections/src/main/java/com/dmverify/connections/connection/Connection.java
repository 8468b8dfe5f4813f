package com.dmverify.connections.connection;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A connected account: its tokens and the state of their refresh. Immutable: every method returns the next state.
 *
 * <p>If it is unknown whether X used up the refresh token (a response was lost, or the replica that waited for it
 * died), using it again may revoke the whole token family. So the next attempt waits until the access token has
 * expired.
 */
public record Connection(Grant grant, RefreshState refresh) {

    static final String LOST = "X's response to a token refresh was lost";

    /** A connection with new tokens. */
    public static Connection of(Grant grant) {
        return new Connection(grant, new RefreshState.Idle());
    }

    /** The tokens. */
    public TokenPair tokens() {
        return grant.tokens();
    }

    /** Whether the tokens should be refreshed now. */
    public boolean due(Instant now, RefreshPolicy policy) {
        return switch (refresh) {
            case RefreshState.Idle _ -> !now.isBefore(tokens().refreshAt(policy.before()));
            case RefreshState.InProgress _ -> !inProgress(now) && !tokens().alive(now);
            case RefreshState.Postponed(Instant nextTry, RefreshFailure _) -> !now.isBefore(nextTry);
            case RefreshState.Refused _ -> false;
        };
    }

    /** Whether a replica refreshes the tokens at this moment. */
    public boolean inProgress(Instant now) {
        return refresh instanceof RefreshState.InProgress(Instant leaseEnd, RefreshFailure _) && now.isBefore(leaseEnd);
    }

    /** The state before a replica calls X. */
    public Connection started(Instant now, RefreshPolicy policy) {
        return with(new RefreshState.InProgress(now.plus(policy.lease()), failureSoFar(now)));
    }

    /** The state after X issued new tokens. */
    public Connection refreshed(TokenPair fresh) {
        return of(grant.with(fresh));
    }

    /** The state after a refresh that certainly had no effect. */
    public Connection postponed(String reason, Instant now, RefreshPolicy policy) {
        RefreshFailure failure = failure(reason, now, inDoubtSoFar());
        return with(new RefreshState.Postponed(nextTry(failure, now, policy), failure));
    }

    /** The state after a refresh with unknown outcome. */
    public Connection inDoubt(String reason, Instant now, RefreshPolicy policy) {
        RefreshFailure failure = failure(reason, now, true);
        return with(new RefreshState.Postponed(nextTry(failure, now, policy), failure));
    }

    /** The state after X rejected the refresh token for good. */
    public Connection refused(String reason, Instant now) {
        return with(new RefreshState.Refused(inDoubtSoFar() ? LOST + "; now it says: " + reason : reason, now));
    }

    /** The state after X refused the access token before its expiry: it is refreshed at once, if that is possible. */
    public Connection rejected(Instant now) {
        Grant ended = grant.with(tokens().endedAt(now));
        if (refresh instanceof RefreshState.Postponed(Instant nextTry, RefreshFailure failure)
                && now.isBefore(nextTry)) {
            return new Connection(ended, new RefreshState.Postponed(failure.inDoubt() ? now : nextTry, failure));
        }
        return new Connection(ended, refresh);
    }

    private Instant nextTry(RefreshFailure failure, Instant now, RefreshPolicy policy) {
        Duration pause = policy.pause(failure.failures());
        Instant next = now.plus(pause);
        return failure.inDoubt() && next.isBefore(tokens().endsAt()) ? tokens().endsAt() : next;
    }

    private RefreshFailure failure(String reason, Instant now, boolean inDoubt) {
        RefreshFailure before = before();
        return before == null
                ? new RefreshFailure(reason, now, 1, inDoubt)
                : new RefreshFailure(reason, before.since(), before.failures() + 1, inDoubt);
    }

    private boolean inDoubtSoFar() {
        RefreshFailure before = before();
        return before != null && before.inDoubt();
    }

    private @Nullable RefreshFailure before() {
        return refresh instanceof RefreshState.InProgress(Instant _, RefreshFailure before) ? before : null;
    }

    private @Nullable RefreshFailure failureSoFar(Instant now) {
        return switch (refresh) {
            // The lease has expired and its holder did not finish: the replica died.
            case RefreshState.InProgress _ -> failure(LOST, now, true);
            case RefreshState.Postponed(Instant _, RefreshFailure failure) -> failure;
            case RefreshState.Idle _, RefreshState.Refused _ -> null;
        };
    }

    private Connection with(RefreshState next) {
        return new Connection(grant, next);
    }
}
