package com.dmverify.connections.connection;

/**
 * What an account allowed an app.
 *
 * @param clientId the app; its refresh tokens are worth nothing to another
 */
public record Grant(Owner owner, String clientId, TokenPair tokens) {

    Grant with(TokenPair renewed) {
        return new Grant(owner, clientId, renewed);
    }
}
