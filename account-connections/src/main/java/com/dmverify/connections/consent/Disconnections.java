package com.dmverify.connections.consent;

import com.dmverify.connections.seal.BrokenSealException;
import com.dmverify.connections.store.ConnectionStore;
import com.dmverify.connections.store.Stored;
import com.dmverify.connections.token.AccountTokens;
import com.dmverify.connections.x.ConnectedAccount;
import com.dmverify.connections.x.ConnectedAccounts;
import com.dmverify.connections.x.XAuthority;
import java.util.Optional;

/** Takes an account's consent back: at X, and here even if X does not answer. */
public final class Disconnections {

    private final ConnectedAccounts accounts;
    private final XAuthority x;
    private final ConnectionStore store;
    private final AccountTokens tokens;

    public Disconnections(ConnectedAccounts accounts, XAuthority x, ConnectionStore store, AccountTokens tokens) {
        this.accounts = accounts;
        this.x = x;
        this.store = store;
        this.tokens = tokens;
    }

    /** Whether X took the tokens back; empty if there is no such account. */
    public Optional<Boolean> disconnect(String name) {
        return accounts.find(name).map(this::disconnected);
    }

    private boolean disconnected(ConnectedAccount account) {
        Optional<Stored> stored = readable(account.name());
        // Forgotten first: a renewal that is under way then revokes what it gets.
        store.forget(account.name());
        tokens.look(account.name());
        return stored.map(there -> x.revoke(account, there.connection().tokens()))
                .orElse(true);
    }

    private Optional<Stored> readable(String name) {
        try {
            return store.read(name);
        } catch (BrokenSealException e) {
            return Optional.empty();
        }
    }
}
