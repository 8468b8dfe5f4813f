package com.dmverify.connections.token;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The state of an account's connection, for health and the operator's page. Holds no secrets. */
public sealed interface ConnectionState {

    /** The account has not consented yet, or an operator disconnected it. */
    record NotConnected() implements ConnectionState {}

    /**
     * The account is connected.
     *
     * @param handle without the {@code @}
     * @param until the end of the access token, which is refreshed before
     */
    record Connected(String handle, Instant until) implements ConnectionState {}

    /**
     * The access token may still work, but its refresh failed.
     *
     * @param nextTry when the refresh is tried again
     */
    record RefreshFailing(String handle, Instant until, String reason, Instant nextTry) implements ConnectionState {}

    /**
     * A new consent is needed.
     *
     * @param since when that was detected; null if unknown
     */
    record ReconnectNeeded(String reason, @Nullable Instant since) implements ConnectionState {}

    /** The state is unknown because the store is unavailable. */
    record Unknown(String reason) implements ConnectionState {}
}
