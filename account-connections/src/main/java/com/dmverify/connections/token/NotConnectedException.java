package com.dmverify.connections.token;

/** There is no access token for the account at the moment. The message says why, for operators, and holds no secret. */
public final class NotConnectedException extends RuntimeException {

    /** What an operator can do about it. */
    private final transient ConnectionState state;

    NotConnectedException(String account, ConnectionState state) {
        // A caller can cause it, so no stack trace.
        super("no access token for " + account + ": " + state, null, false, false);
        this.state = state;
    }

    /** Whether nothing will change before an operator connects the account; otherwise a later try may succeed. */
    public boolean needsAnOperator() {
        return state instanceof ConnectionState.NotConnected || state instanceof ConnectionState.ReconnectNeeded;
    }

    /** How the account stands. */
    public ConnectionState state() {
        return state;
    }
}
