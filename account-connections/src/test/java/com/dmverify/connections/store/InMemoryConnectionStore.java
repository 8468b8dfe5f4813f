package com.dmverify.connections.store;

import com.dmverify.connections.connection.Connection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.dao.DataAccessException;

/** For tests that need no Redis; may be told what happens before it is written to, and before it answers that it was. */
public final class InMemoryConnectionStore implements ConnectionStore {

    private final Map<String, Stored> connections = new HashMap<>();
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
    public synchronized Optional<Stored> read(String account) {
        beforeReading.run();
        return Optional.ofNullable(connections.get(account));
    }

    @Override
    public synchronized Optional<Stored> replace(String account, Stored read, Connection next) {
        Stored attempted = new Stored(String.valueOf(++serial), next);
        try {
            beforeReplacing.accept(next);
            boolean done = connections.replace(account, read, attempted);
            beforeAnswering.accept(next);
            return done ? Optional.of(attempted) : Optional.empty();
        } catch (DataAccessException e) {
            throw new UnansweredWriteException(attempted, e);
        }
    }

    @Override
    public synchronized Stored put(String account, Connection connection) {
        Stored stored = new Stored(String.valueOf(++serial), connection);
        connections.put(account, stored);
        return stored;
    }

    @Override
    public synchronized void forget(String account) {
        connections.remove(account);
    }
}
