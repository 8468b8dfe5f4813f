package com.dmverify.connections.store;

import com.dmverify.connections.connection.Connection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.dao.DataAccessException;

/** A store for tests without Redis. Tests can act before a write, and before its confirmation. */
public final class InMemoryConnectionStore implements ConnectionStore {

    private final Map<String, StoredConnection> connections = new HashMap<>();
    private Runnable beforeReading = () -> {};
    private Consumer<Connection> beforeReplacing = connection -> {};
    private Consumer<Connection> beforeAnswering = connection -> {};
    private int serial;

    public void beforeReading(Runnable deed) {
        beforeReading = deed;
    }

    public void beforeReplacing(Consumer<Connection> deed) {
        beforeReplacing = deed;
    }

    public void beforeAnswering(Consumer<Connection> deed) {
        beforeAnswering = deed;
    }

    @Override
    public synchronized Optional<StoredConnection> read(String account) {
        beforeReading.run();
        return Optional.ofNullable(connections.get(account));
    }

    @Override
    public synchronized Optional<StoredConnection> replace(String account, StoredConnection read, Connection next) {
        StoredConnection attempted = new StoredConnection(String.valueOf(++serial), next);
        try {
            beforeReplacing.accept(next);
            boolean done = connections.replace(account, read, attempted);
            beforeAnswering.accept(next);
            return done ? Optional.of(attempted) : Optional.empty();
        } catch (DataAccessException e) {
            throw new UnconfirmedWriteException(attempted, e);
        }
    }

    @Override
    public synchronized StoredConnection put(String account, Connection connection) {
        StoredConnection stored = new StoredConnection(String.valueOf(++serial), connection);
        connections.put(account, stored);
        return stored;
    }

    @Override
    public synchronized void forget(String account) {
        connections.remove(account);
    }
}
