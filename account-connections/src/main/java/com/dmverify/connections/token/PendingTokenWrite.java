package com.dmverify.connections.token;

import com.dmverify.connections.connection.TokenPair;
import com.dmverify.connections.store.ConnectionStore;
import com.dmverify.connections.store.StoredConnection;
import com.dmverify.connections.x.ConnectedAccount;
import com.dmverify.connections.x.XAuthorizationServer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds new tokens until they are stored, however long the store is unavailable: the old refresh token is used up, and
 * the new ones exist only here. They are lost if the process dies meanwhile.
 */
final class PendingTokenWrite {

    private static final Logger LOG = LoggerFactory.getLogger(PendingTokenWrite.class);

    private final ConnectedAccount account;
    private final ConnectionStore store;
    private final XAuthorizationServer x;
    private @Nullable Pending pending;

    private record Pending(String spent, TokenPair fresh) {}

    PendingTokenWrite(ConnectedAccount account, ConnectionStore store, XAuthorizationServer x) {
        this.account = account;
        this.store = store;
        this.x = x;
    }

    void hold(TokenPair old, TokenPair fresh) {
        pending = new Pending(old.refresh(), fresh);
    }

    /** Stores the pending tokens, if there are any. Throws if the store is unavailable, and keeps them. */
    void store() {
        while (pending != null && stored(pending)) {
            pending = null;
        }
    }

    /** False after a concurrent write: then the caller tries again. */
    private boolean stored(Pending pending) {
        Optional<StoredConnection> current = store.read(account.name());
        if (current.isEmpty()) {
            // Disconnected meanwhile: no tokens may remain.
            LOG.atInfo().addKeyValue("account", account.name()).log("connection.disconnected_during_refresh");
            x.revoke(account, pending.fresh());
            return true;
        }
        StoredConnection stored = current.get();
        if (!stored.connection().tokens().refresh().equals(pending.spent())) {
            LOG.atInfo().addKeyValue("account", account.name()).log("connection.replaced_during_refresh");
            return true;
        }
        return store.replace(account.name(), stored, stored.connection().refreshed(pending.fresh()))
                .isPresent();
    }
}
