package com.dmverify.connections.token;

import com.dmverify.connections.connection.TokenPair;
import com.dmverify.connections.store.ConnectionStore;
import com.dmverify.connections.store.Stored;
import com.dmverify.connections.x.ConnectedAccount;
import com.dmverify.connections.x.XAuthority;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds tokens that X just gave until they are in the store, however long that is away: the old refresh token is spent, and
 * these exist nowhere else. What a process that dies meanwhile held is lost.
 */
final class Safekeeping {

    private static final Logger LOG = LoggerFactory.getLogger(Safekeeping.class);

    private final ConnectedAccount account;
    private final ConnectionStore store;
    private final XAuthority x;
    private @Nullable Deposit deposit;

    private record Deposit(String spent, TokenPair fresh) {}

    Safekeeping(ConnectedAccount account, ConnectionStore store, XAuthority x) {
        this.account = account;
        this.store = store;
        this.x = x;
    }

    void take(TokenPair old, TokenPair fresh) {
        deposit = new Deposit(old.refresh(), fresh);
    }

    /** Stores what is held, if anything. Throws, and goes on holding it, if the store is away. */
    void store() {
        while (deposit != null && stored(deposit)) {
            deposit = null;
        }
    }

    /** False if somebody wrote at the same moment: then it is looked at again. */
    private boolean stored(Deposit deposit) {
        Optional<Stored> there = store.read(account.name());
        if (there.isEmpty()) {
            // Disconnected meanwhile: nobody is to have tokens.
            LOG.info("{} was disconnected during a renewal: the new tokens are revoked", account.name());
            x.revoke(account, deposit.fresh());
            return true;
        }
        Stored stored = there.get();
        if (!stored.connection().tokens().refresh().equals(deposit.spent())) {
            LOG.info("{} was connected anew during a renewal: those tokens count", account.name());
            return true;
        }
        return store.replace(account.name(), stored, stored.connection().renewed(deposit.fresh()))
                .isPresent();
    }
}
