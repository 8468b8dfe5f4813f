package com.dmverify.connections.connection;

/**
 * The tokens that an account granted to an app.
 *
 * @param clientId the app; its refresh tokens are not valid for another one
 */
public record Grant(Owner owner, String clientId, TokenPair tokens) {

    Grant with(TokenPair refreshed) {
        return new Grant(owner, clientId, refreshed);
    }
}
