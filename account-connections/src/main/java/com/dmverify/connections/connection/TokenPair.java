package com.dmverify.connections.connection;

import java.time.Duration;
import java.time.Instant;

/**
 * An access token and its refresh token. X's refresh tokens rotate and are single-use.
 *
 * @param endsAt when the access token expires
 */
public record TokenPair(String access, String refresh, Instant issuedAt, Instant endsAt) {

    /** Refuses blank tokens with {@link IllegalArgumentException}. */
    public TokenPair {
        if (access.isBlank() || refresh.isBlank()) {
            throw new IllegalArgumentException("tokens are not blank");
        }
    }

    /** Whether the access token may still be used. */
    public boolean alive(Instant now) {
        return now.isBefore(endsAt);
    }

    /** When to refresh: this long before the end, but not before two thirds of a short lifetime are over. */
    Instant refreshAt(Duration before) {
        Duration third = Duration.between(issuedAt, endsAt).dividedBy(3);
        return endsAt.minus(third.compareTo(before) < 0 ? third : before);
    }

    TokenPair endedAt(Instant now) {
        return alive(now) ? new TokenPair(access, refresh, issuedAt, now) : this;
    }

    @Override
    public String toString() {
        return "TokenPair[tokens masked, issuedAt=" + issuedAt + ", endsAt=" + endsAt + "]";
    }
}
