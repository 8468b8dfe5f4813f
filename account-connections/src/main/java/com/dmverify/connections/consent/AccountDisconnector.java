package com.dmverify.connections.consent;

import com.dmverify.connections.seal.BrokenSealException;
import com.dmverify.connections.store.ConnectionStore;
import com.dmverify.connections.store.StoredConnection;
import com.dmverify.connections.token.AccountTokens;
import com.dmverify.connections.x.ConnectedAccount;
import com.dmverify.connections.x.ConnectedAccounts;
import com.dmverify.connections.x.XAuthorizationServer;
import java.util.Optional;

/** Disconnects an account: revokes its tokens at X and deletes them here, even if X does not answer. */
public final class AccountDisconnector {

    private final ConnectedAccounts accounts;
    private final XAuthorizationServer x;
    private final ConnectionStore store;
    private final AccountTokens tokens;

    public AccountDisconnector(
            ConnectedAccounts accounts, XAuthorizationServer x, ConnectionStore store, AccountTokens tokens) {
        this.accounts = accounts;
        this.x = x;
        this.store = store;
        this.tokens = tokens;
    }

    /** Whether X revoked the tokens; empty if there is no such account. */
    public Optional<Boolean> disconnect(String name) {
        return accounts.find(name).map(this::disconnected);
    }

    private boolean disconnected(ConnectedAccount account) {
        Optional<StoredConnection> stored = readable(account.name());
        // Deleted first: a refresh in progress then revokes the tokens that it gets.
        store.forget(account.name());
        tokens.synchronize(account.name());
        return stored.map(there -> x.revoke(account, there.connection().tokens()))
                .orElse(true);
    }

    private Optional<StoredConnection> readable(String name) {
        try {
            return store.read(name);
        } catch (BrokenSealException e) {
            return Optional.empty();
        }
    }
}
