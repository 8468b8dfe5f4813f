package com.dmverify.connections.token;

/** The account has no valid access token at the moment. The message says why, for operators, and holds no secret. */
public final class NotConnectedException extends RuntimeException {

    /** Says what an operator can do. */
    private final transient ConnectionState state;

    NotConnectedException(String account, ConnectionState state) {
        // A caller can cause it, so no stack trace.
        super("no access token for " + account + ": " + state, null, false, false);
        this.state = state;
    }

    /** Whether an operator has to connect the account; otherwise a later attempt may succeed. */
    public boolean needsAnOperator() {
        return state instanceof ConnectionState.NotConnected || state instanceof ConnectionState.ReconnectNeeded;
    }

    /** The state of the connection. */
    public ConnectionState state() {
        return state;
    }
}
