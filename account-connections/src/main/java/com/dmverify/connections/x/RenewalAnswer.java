package com.dmverify.connections.x;

import com.dmverify.connections.connection.TokenPair;

/** What became of a call for new tokens. Reasons are for operators and hold no secrets. */
public sealed interface RenewalAnswer {

    /** New tokens. The old refresh token is spent. */
    record Renewed(TokenPair tokens) implements RenewalAnswer {}

    /** X takes the refresh token no longer. */
    record Refused(String reason) implements RenewalAnswer {}

    /** X certainly did not spend the refresh token. */
    record NotDone(String reason) implements RenewalAnswer {}

    /** Time-out, reset, 5xx, an answer nobody can read: X may have spent the refresh token. */
    record Unknown(String reason) implements RenewalAnswer {}
}
