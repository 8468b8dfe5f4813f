package com.dmverify.connections.x;

import com.dmverify.connections.connection.TokenPair;

/** The result of a token refresh. Reasons are for operators and hold no secrets. */
public sealed interface RefreshResult {

    /** X issued new tokens. The old refresh token is used up. */
    record Refreshed(TokenPair tokens) implements RefreshResult {}

    /** X rejected the refresh token for good. */
    record Refused(String reason) implements RefreshResult {}

    /** The refresh failed, and the refresh token is certainly still valid. */
    record NotDone(String reason) implements RefreshResult {}

    /** Time-out, reset, 5xx or an unreadable response: X may have used up the refresh token. */
    record Unknown(String reason) implements RefreshResult {}
}
