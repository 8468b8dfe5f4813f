package com.dmverify.connections.cast;

import com.dmverify.connections.connection.Connection;
import com.dmverify.connections.connection.Renewal;
import com.dmverify.connections.store.ConnectionStore;
import com.dmverify.connections.store.Stored;
import java.util.Optional;

/** The store of a process that dies between X's answer and its storing. */
public final class DyingStore implements ConnectionStore {

    private final ConnectionStore store;
    private boolean renewalBegun;

    public static final class Died extends Error {}

    public DyingStore(ConnectionStore store) {
        this.store = store;
    }

    @Override
    public Optional<Stored> read(String account) {
        if (renewalBegun) {
            throw new Died();
        }
        return store.read(account);
    }

    @Override
    public Optional<Stored> replace(String account, Stored read, Connection next) {
        if (renewalBegun) {
            throw new Died();
        }
        renewalBegun = next.renewal() instanceof Renewal.UnderWay;
        return store.replace(account, read, next);
    }

    @Override
    public Stored put(String account, Connection connection) {
        return store.put(account, connection);
    }

    @Override
    public void forget(String account) {
        store.forget(account);
    }
}
