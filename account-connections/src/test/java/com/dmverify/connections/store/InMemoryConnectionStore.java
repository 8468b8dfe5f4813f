package com.dmverify.connections.store;

import com.dmverify.connections.connection.Connection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** For tests that need no Redis; may be told what happens before it is written to. */
public final class InMemoryConnectionStore implements ConnectionStore {

    private final Map<String, Stored> connections = new HashMap<>();
    private Runnable beforeReading = () -> {};
    private Consumer<Connection> beforeReplacing = connection -> {};
    private int serial;

    public void beforeReading(Runnable deed) {
        beforeReading = deed;
    }

    public void beforeReplacing(Consumer<Connection> deed) {
        beforeReplacing = deed;
    }

    @Override
    public synchronized Optional<Stored> read(String account) {
        beforeReading.run();
        return Optional.ofNullable(connections.get(account));
    }

    @Override
    public synchronized Optional<Stored> replace(String account, Stored read, Connection next) {
        beforeReplacing.accept(next);
        return read.equals(connections.get(account)) ? Optional.of(put(account, next)) : Optional.empty();
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
