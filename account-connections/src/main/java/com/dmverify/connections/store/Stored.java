package com.dmverify.connections.store;

import com.dmverify.connections.connection.Connection;

/**
 * A connection as it was read.
 *
 * @param sealed the text in the store; it differs at each writing, so it is its own version
 */
public record Stored(String sealed, Connection connection) {

    @Override
    public String toString() {
        return "Stored[" + connection + "]";
    }
}
