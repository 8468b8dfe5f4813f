package com.dmverify.connections.store;

import com.dmverify.connections.connection.Connection;

/**
 * A connection with its stored value.
 *
 * @param sealed the value in the store; it differs at each write, so it serves as the version
 */
public record StoredConnection(String sealed, Connection connection) {

    @Override
    public String toString() {
        return "Stored[" + connection + "]";
    }
}
