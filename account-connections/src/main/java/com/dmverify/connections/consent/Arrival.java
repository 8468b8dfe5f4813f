package com.dmverify.connections.consent;

/** What became of an operator's way to X and back. Handles are without the {@code @}. */
public sealed interface Arrival {

    /** The account is connected. */
    record Connected(String account, String handle) implements Arrival {}

    /** The user, or X for him, said no. */
    record Denied(String account, String error) implements Arrival {}

    /** Somebody else consented: his tokens were revoked. */
    record WrongAccount(String account, String expected, String consented) implements Arrival {}

    /** X did not do its part. */
    record Failed(String account, String reason) implements Arrival {}

    /** Nobody was sent to X with this state from this browser, or too long ago, or he is back already. */
    record Stale() implements Arrival {}
}
