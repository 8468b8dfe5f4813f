package com.dmverify.connections.token;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How an account stands, for health and for people. Holds no secrets. */
public sealed interface ConnectionState {

    /** Nobody consented yet, or an operator disconnected it. */
    record NotConnected() implements ConnectionState {}

    /**
     * All is well.
     *
     * @param handle without the {@code @}
     * @param until the end of the access token; before it a new one comes by itself
     */
    record Connected(String handle, Instant until) implements ConnectionState {}

    /**
     * The access token may still work, but its renewal did not.
     *
     * @param nextTry when it is tried again
     */
    record Troubled(String handle, Instant until, String reason, Instant nextTry) implements ConnectionState {}

    /**
     * Only a new consent helps.
     *
     * @param since when it was found out; null if that is not known
     */
    record ReconnectNeeded(String reason, @Nullable Instant since) implements ConnectionState {}

    /** The store does not answer. */
    record Unknown(String reason) implements ConnectionState {}
}
